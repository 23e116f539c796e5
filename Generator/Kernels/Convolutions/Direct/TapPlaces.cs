using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>Writes where the tap of a group stands.</summary>
internal static class TapPlaces
{
    /// <summary>Declares the tap of a group that is one.</summary>
    public static void DeclareTap(this TapGrouping grouping, SourceWriter writer)
    {
        if (grouping.IsTapByTap)
        {
            writer.Line($"int kh = group / {Literal.Int(grouping.KernelColumns)};");
            writer.Line($"int kw = group % {Literal.Int(grouping.KernelColumns)};");
        }
    }

    /// <summary>Input rows from a result's first row to the group's.</summary>
    public static string VerticalTap(this TapGrouping grouping, int dilation) =>
        grouping.IsTapByTap ? At.Times("kh", dilation) : grouping.Groups > 1 ? At.Times("group", dilation) : "0";

    /// <summary>Input columns from a result's first column to the group's.</summary>
    public static string HorizontalTap(this TapGrouping grouping, int dilation) => grouping.IsTapByTap ? At.Times("kw", dilation) : "0";
}
