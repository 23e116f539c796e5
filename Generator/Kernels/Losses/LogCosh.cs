using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>log cosh(y - t)</c>.</summary>
internal sealed class LogCosh : ElementwiseLoss
{
    protected override string Value(Flavour flavour, bool isFused) => "VectorMath.LogCosh(yv - tv)";

    protected override string Gradient(Flavour flavour, bool isFused) => "VectorMath.Tanh(yv - tv)";
}
