using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Activations;

/// <summary><c>max(z, 0)</c>; the derivative at 0 is 0.</summary>
internal sealed class Relu : ActivationFunction
{
    public override string Name => "Relu";

    public override bool FitsInRegisters => true;

    public override string Forward(Flavour flavour, string z) => flavour.Max(flavour.Zero, z);

    public override string Backward(Flavour flavour, string dy, string y) =>
        flavour.Select(flavour.GreaterThan(y, flavour.Zero), dy, flavour.Zero);
}
