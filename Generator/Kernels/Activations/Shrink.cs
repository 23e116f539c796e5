using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>
/// 0 within 1/2 of 0. Outside, <c>HardShrink</c> leaves z as it is and <c>SoftShrink</c> moves it 1/2 towards 0; the
/// derivative is 1 where y is not 0.
/// </summary>
internal sealed class Shrink(bool isSoft) : ElementFormula
{
    private const double Threshold = 0.5;

    public override string Forward(Flavour flavour, string z)
    {
        string threshold = flavour.Broadcast(Threshold);
        return isSoft
            ? $"({z} - {flavour.Min(threshold, flavour.Max(flavour.Broadcast(-Threshold), z))})"
            : flavour.Select($"{flavour.Class}.LessThanOrEqual({flavour.Abs(z)}, {threshold})", flavour.Zero, z);
    }

    public override string Backward(Flavour flavour, string dy, string y) =>
        flavour.Select(flavour.Equal(y, flavour.Zero), flavour.Zero, dy);
}
