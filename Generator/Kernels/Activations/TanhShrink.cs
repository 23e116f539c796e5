using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z - tanh(z)</c>, whose derivative is tanh(z)^2.</summary>
internal sealed class TanhShrink : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"{z} - VectorMath.Tanh({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * VectorMath.TanhSquare({z})";
}
