using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>exp(z)</c>, which is its own derivative.</summary>
internal sealed class Exponential : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"VectorMath.Exp({z})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} * {y}";
}
