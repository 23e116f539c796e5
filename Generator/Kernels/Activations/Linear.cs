using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z</c>.</summary>
internal sealed class Linear : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => z;

    public override string Backward(Flavour flavour, string dy, string y) =>
        dy;
}
