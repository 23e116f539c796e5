using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The mean of <c>m^gamma c</c>, with c the binary cross-entropy and m = t (1 - y) + (1 - t) y the probability given to the wrong side (Lin
/// et al., 2017); with class balancing times <c>t alpha + (1 - t) (1 - alpha)</c>. A last sigmoid is fused, and c computed from the logits.
/// </summary>
internal sealed class BinaryFocalCrossentropy(double gamma, double? alpha, LabelSmoothing smoothing) : ElementwiseLoss
{
    protected override string Target(Flavour flavour, string t) => smoothing.Vector(flavour, t, 2);

    protected override string Output(Flavour flavour, bool isFused) => BinaryCrossentropy.Probability(isFused);

    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            BinaryCrossentropy.WriteFusedTerms(writer, flavour);
        }

        string one = flavour.Broadcast(1);
        writer.Line($"{flavour.Type} crossentropy = {BinaryCrossentropy.Term(flavour, isFused)};");
        writer.Line($"{flavour.Type} missed = (tv * ({one} - yv)) + (({one} - tv) * yv);");
        writer.Line($"{flavour.Type} modulation = {Power(flavour, "missed", gamma)};");
        if (alpha is { } share)
        {
            string balance = flavour.MultiplyAdd("tv", flavour.Broadcast((2 * share) - 1), flavour.Broadcast(1 - share));
            writer.Line($"{flavour.Type} balance = {balance};");
        }
    }

    protected override string Value(Flavour flavour, bool isFused) => Balanced("modulation * crossentropy");

    protected override string Gradient(Flavour flavour, bool isFused)
    {
        string direct = $"(modulation * ({BinaryCrossentropy.TermGradient(flavour, isFused)}))";
        if (gamma == 0)
        {
            return Balanced(direct);
        }

        // The derivative of m by y is 1 - 2 t; a fused sigmoid's own is y (1 - y).
        string inner = isFused ? $" * yv * ({flavour.Broadcast(1)} - yv)" : "";
        string steer = $"({flavour.Broadcast(1)} - ({flavour.Broadcast(2)} * tv)){inner}";
        return Balanced($"(({flavour.Broadcast(gamma)} * {Power(flavour, "missed", gamma - 1)} * {steer} * crossentropy) + {direct})");
    }

    private string Balanced(string value) => alpha is null ? value : $"balance * {value}";

    /// <summary>
    /// A power of a value from 0 to 1. Without a whole exponent the value is at least 1e-7, so that its logarithm is finite.
    /// </summary>
    private static string Power(Flavour flavour, string value, double exponent) => exponent switch
    {
        0 => flavour.Broadcast(1),
        1 => value,
        2 => $"({value} * {value})",
        _ => $"VectorMath.Exp({Logarithm(flavour, value)} * {flavour.Broadcast(exponent)})",
    };

    private static string Logarithm(Flavour flavour, string value) =>
        $"VectorMath.Log({flavour.Max(flavour.Broadcast(Probabilities.Epsilon), value)})";
}
