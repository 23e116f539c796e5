using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>0 up to -1, z from 1 on, <c>(z + 1)^2 / 4</c> between. The derivative, (z + 1) / 2 there, is the root of y.</summary>
internal sealed class SparsePlus : ElementFormula
{
    public override string Forward(Flavour flavour, string z)
    {
        string half = ClampedLine.SparseSigmoid.Forward(flavour, z);
        return flavour.Select(flavour.LessThan(z, flavour.Broadcast(1)), $"({half} * {half})", z);
    }

    public override string Backward(Flavour flavour, string dy, string y) =>
        $"{dy} * {flavour.Min(flavour.Broadcast(1), $"{flavour.Class}.Sqrt({y})")}";
}
