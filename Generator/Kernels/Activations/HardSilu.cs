using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>
/// <c>z h</c> with h = z/6 + 1/2 kept between 0 and 1; the derivative between -3 and 3 is z/3 + 1/2. It falls before it rises.
/// </summary>
internal sealed class HardSilu : ElementFormula
{
    public override string Forward(Flavour flavour, string z) => $"{z} * {ClampedLine.HardSigmoid.Forward(flavour, z)}";

    public override string Backward(Flavour flavour, string dy, string z)
    {
        string inside = flavour.MultiplyAdd(z, flavour.Broadcast(1.0 / 3), flavour.Broadcast(0.5));
        string slope = flavour.Select(flavour.LessThan(flavour.Abs(z), flavour.Broadcast(3)), inside, flavour.Broadcast(1));
        return $"{dy} * {flavour.Select($"{flavour.Class}.LessThanOrEqual({z}, {flavour.Broadcast(-3)})", flavour.Zero, slope)}";
    }
}
