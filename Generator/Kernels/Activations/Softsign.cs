using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z / (1 + |z|)</c>, whose derivative is (1 - |y|)^2.</summary>
internal sealed class Softsign : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"{z} / ({flavour.Broadcast(1)} + {flavour.Abs(z)})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} * ({flavour.Broadcast(1)} - {flavour.Abs(y)}) * ({flavour.Broadcast(1)} - {flavour.Abs(y)})";
}
