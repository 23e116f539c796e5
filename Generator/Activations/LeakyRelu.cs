using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Activations;

/// <summary><c>z</c> where it is not negative, else <c>0.2 z</c>. The sign of y is the sign of z.</summary>
internal sealed class LeakyRelu : ActivationFunction
{
    public override string Name => "LeakyRelu";

    public override bool FitsInRegisters => true;

    public override string Forward(Flavour flavour, string z) => flavour.Max(z, $"({z} * {flavour.Broadcast(0.2)})");

    public override string Backward(Flavour flavour, string dy, string y) =>
        flavour.Select($"{flavour.Class}.LessThan({y}, {flavour.Zero})", $"({dy} * {flavour.Broadcast(0.2)})", dy);
}
