using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>
/// <c>scale z</c> where z is positive, else <c>scale alpha (exp(z) - 1)</c>, whose derivative is <c>y + scale alpha</c>.
/// Neither parameter is negative.
/// </summary>
internal sealed class Elu(double alpha, double scale) : ElementFormula
{
    // Klambauer, Unterthiner, Mayr and Hochreiter, 2017.
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    public static Elu Selu { get; } = new(SeluAlpha, SeluScale);

    /// <summary>CELU divides its argument by alpha, too: with its default of 1 it is ELU.</summary>
    public static Elu Celu { get; } = new(1, 1);

    public override string Forward(Flavour flavour, string z)
    {
        string unscaled = $"VectorMath.Elu({z})";
        return alpha == 1 && scale == 1
            ? unscaled
            : flavour.Select(flavour.GreaterThan(z, flavour.Zero), Scaled(flavour, z, scale), Scaled(flavour, unscaled, alpha * scale));
    }

    public override string Backward(Flavour flavour, string dy, string y) => flavour.Select(
        flavour.GreaterThan(y, flavour.Zero), Scaled(flavour, dy, scale), flavour.MultiplyAdd(dy, y, Scaled(flavour, dy, alpha * scale)));

    private static string Scaled(Flavour flavour, string value, double factor) =>
        factor == 1 ? value : $"({value} * {flavour.Broadcast(factor)})";
}
