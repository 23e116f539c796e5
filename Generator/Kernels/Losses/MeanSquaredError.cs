using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>(y - t)^2</c>.</summary>
internal sealed class MeanSquaredError : ElementwiseLoss
{
    protected override string Value(Flavour flavour, bool isFused) => "(yv - tv) * (yv - tv)";

    protected override string Gradient(Flavour flavour, bool isFused) => $"(yv - tv) * {flavour.Broadcast(2)}";
}
