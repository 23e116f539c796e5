using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>(z + sqrt(z^2 + 4)) / 2</c>; the derivative, (1 + z / sqrt(z^2 + 4)) / 2, is y^2 / (y^2 + 1).</summary>
internal sealed class SquarePlus : ElementFormula
{
    public override string Forward(Flavour flavour, string z) =>
        $"VectorMath.SquarePlus({z})";

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} / ({flavour.Broadcast(1)} + ({flavour.Broadcast(1)} / ({y} * {y})))";
}
