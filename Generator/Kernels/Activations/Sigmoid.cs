using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>1 / (1 + exp(-z))</c>, whose derivative is y (1 - y).</summary>
internal sealed class Sigmoid : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => $"VectorMath.Sigmoid({z})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} * {y} * ({flavour.Broadcast(1)} - {y})";
}
