using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z</c> where it is not negative, else <c>slope z</c> with a slope above 0. The sign of y is the sign of z.</summary>
internal sealed class LeakyRelu(double slope) : ElementFormula
{
    public override string Forward(Flavour flavour, string z)
    {
        string below = $"({z} * {flavour.Broadcast(slope)})";
        return slope <= 1 ? flavour.Max(z, below) : flavour.Min(z, below);
    }

    public override string Backward(Flavour flavour, string dy, string y) =>
        flavour.Select(flavour.LessThan(y, flavour.Zero), $"({dy} * {flavour.Broadcast(slope)})", dy);
}
