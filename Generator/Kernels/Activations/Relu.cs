using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>
/// <c>z</c>, at most a maximum, where it is above the threshold, else <c>slope (z - threshold)</c>. No parameter is negative, so y is
/// positive exactly above the threshold. The derivative at the threshold is the slope, at the maximum 0.
/// </summary>
internal sealed class Relu(double slope, double? maximum, double threshold) : ElementFormula
{
    public override string Forward(Flavour flavour, string z)
    {
        string line = Line(flavour, z);
        return maximum is { } value ? flavour.Min(flavour.Broadcast(value), line) : line;
    }

    public override string Backward(Flavour flavour, string dy, string y)
    {
        string above = maximum is { } value ? flavour.Select(flavour.LessThan(y, flavour.Broadcast(value)), dy, flavour.Zero) : dy;
        string below = slope == 0 ? flavour.Zero : $"({dy} * {flavour.Broadcast(slope)})";
        return flavour.Select(flavour.GreaterThan(y, flavour.Zero), above, below);
    }

    private string Line(Flavour flavour, string z)
    {
        if (threshold == 0 && slope == 0)
        {
            return flavour.Max(flavour.Zero, z);
        }

        string distance = threshold == 0 ? z : $"({z} - {flavour.Broadcast(threshold)})";
        string below = slope == 0 ? flavour.Zero : $"({distance} * {flavour.Broadcast(slope)})";
        return flavour.Select($"{flavour.Class}.LessThanOrEqual({z}, {flavour.Broadcast(threshold)})", below, z);
    }
}
