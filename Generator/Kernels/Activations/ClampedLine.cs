using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>slope z + offset</c>, kept between two bounds; the derivative at the bounds is 0.</summary>
internal sealed class ClampedLine(double slope, double offset, double low, double high) : ElementFormula
{
    /// <summary>z from 0 to 6.</summary>
    public static ClampedLine Relu6 { get; } = new(1, 0, 0, 6);

    /// <summary>Keras 3's, <c>z/6 + 1/2</c>; Keras 2 had another slope.</summary>
    public static ClampedLine HardSigmoid { get; } = new(1.0 / 6, 0.5, 0, 1);

    public static ClampedLine HardTanh { get; } = new(1, 0, -1, 1);

    public static ClampedLine SparseSigmoid { get; } = new(0.5, 0.5, 0, 1);

    public override string Forward(Flavour flavour, string z)
    {
        string line = slope == 1 && offset == 0 ? z : flavour.MultiplyAdd(z, flavour.Broadcast(slope), flavour.Broadcast(offset));
        return flavour.Min(flavour.Broadcast(high), flavour.Max(flavour.Broadcast(low), line));
    }

    public override string Backward(Flavour flavour, string dy, string y)
    {
        string inside = $"({flavour.GreaterThan(y, flavour.Broadcast(low))} & {flavour.LessThan(y, flavour.Broadcast(high))})";
        return flavour.Select(inside, slope == 1 ? dy : $"({dy} * {flavour.Broadcast(slope)})", flavour.Zero);
    }
}
