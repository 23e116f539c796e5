using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>Keras' gelu with <c>approximate=True</c>: <c>z/2 (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3)))</c>.</summary>
internal sealed class GeluTanh : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"VectorMath.GeluTanh({z})";

    public override string Backward(Flavour flavour, string dy, string z) =>
        $"{dy} * VectorMath.GeluTanhDerivative({z})";
}
