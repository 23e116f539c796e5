using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>Emits which result read an input position under a tap, for passes that gather an input's gradient.</summary>
internal static class ResultPosition
{
    /// <summary>Declares the result's position, or skips the tap where there is none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="results">Results along the axis that there are.</param>
    /// <param name="variable">The variable to declare.</param>
    /// <param name="position">The input position.</param>
    /// <param name="tap">The tap.</param>
    public static void Write(SourceWriter writer, WindowAxis axis, int results, string variable, string position, string tap)
    {
        string scaled = At.Sum(At.Sum(position, axis.Before), At.Times(tap, -axis.Dilation));
        if (axis.Stride == 1)
        {
            writer.Line($"int {variable} = {scaled};");
            writer.Line($"if ({variable} < 0 || {variable} >= {Literal.Int(results)}) continue;");
            return;
        }

        string stride = Literal.Int(axis.Stride);
        string multiple = variable + "Scaled";
        string end = Literal.Int(axis.Stride * results);
        writer.Line($"int {multiple} = {scaled};");
        writer.Line($"if ({multiple} < 0 || {multiple} % {stride} != 0 || {multiple} >= {end}) continue;");
        writer.Line($"int {variable} = {multiple} / {stride};");
    }
}
