using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Activations;

/// <summary><c>z</c> where it is positive, else <c>exp(z) - 1</c>, whose derivative is y + 1.</summary>
internal sealed class Elu : ActivationFunction
{
    public override string Name => "Elu";

    public override string Forward(Flavour flavour, string z) => $"VectorMath.Elu({z})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        flavour.Select(flavour.GreaterThan(y, flavour.Zero), dy, flavour.MultiplyAdd(dy, y, dy));
}
