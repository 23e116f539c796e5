using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z s</c> with s = sigmoid(z); the derivative is s (1 + z (1 - s)).</summary>
internal sealed class Silu : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => $"{z} * VectorMath.Sigmoid({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * VectorMath.SiluDerivative({z})";
}
