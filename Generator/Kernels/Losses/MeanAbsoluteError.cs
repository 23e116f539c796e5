using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>|y - t|</c>; the derivative where they are equal is 0.</summary>
internal sealed class MeanAbsoluteError : ElementwiseLoss
{
    protected override string Value(Flavour flavour, bool isFused) => $"{flavour.Class}.Abs(yv - tv)";

    protected override string Gradient(Flavour flavour, bool isFused) =>
        flavour.Select(flavour.Equal("yv", "tv"), flavour.Zero, $"{flavour.Class}.CopySign({flavour.Broadcast(1)}, yv - tv)");
}
