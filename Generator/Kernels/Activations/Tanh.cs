using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>tanh(z)</c>, whose derivative is 1 - y^2.</summary>
internal sealed class Tanh : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => $"VectorMath.Tanh({z})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} * ({flavour.Broadcast(1)} - ({y} * {y}))";
}
