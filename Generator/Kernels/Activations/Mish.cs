using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z tanh(log(1 + exp(z)))</c> (Misra, 2019).</summary>
internal sealed class Mish : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"VectorMath.Mish({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * VectorMath.MishDerivative({z})";
}
