using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The mean of <c>-(t log y + (1 - t) log(1 - y))</c>. With a last sigmoid: <c>|z| s + log(1 + exp(-|z|))</c>, where s is what the target
/// has on the other side, t below 0 and 1 - t above; the gradient is y - t. Without one y is clipped to [1e-7, 1 - 1e-7] as in Keras, and
/// the gradient outside is 0.
/// </summary>
internal sealed class BinaryCrossentropy(LabelSmoothing smoothing) : ElementwiseLoss
{
    /// <summary>The output from <c>zv</c>.</summary>
    public static string Probability(bool isFused) => isFused ? "VectorMath.Sigmoid(zv)" : "zv";

    /// <summary>Declares what a fused <see cref="Term"/> is made of.</summary>
    public static void WriteFusedTerms(SourceWriter writer, Flavour flavour)
    {
        string otherSide = flavour.Select(flavour.LessThan("zv", flavour.Zero), "tv", $"{flavour.Broadcast(1)} - tv");
        writer.Line($"{flavour.Type} size = {flavour.Abs("zv")};");
        writer.Line($"{flavour.Type} otherSide = {otherSide};");
    }

    /// <summary>The cross-entropy of each value, from <c>zv</c>, <c>yv</c> and <c>tv</c>.</summary>
    public static string Term(Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            return "(size * otherSide) + VectorMath.Log1P(VectorMath.Exp(-size))";
        }

        string one = flavour.Broadcast(1);
        string y = Clipped(flavour);
        return $"-((tv * VectorMath.Log({y})) + (({one} - tv) * VectorMath.Log1P(-{y})))";
    }

    /// <summary>Its derivative by z.</summary>
    public static string TermGradient(Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            return "yv - tv";
        }

        string inside = flavour.Equal(Clipped(flavour), "yv");
        return flavour.Select(inside, $"(yv - tv) / (yv * ({flavour.Broadcast(1)} - yv))", flavour.Zero);
    }

    protected override string Target(Flavour flavour, string t) => smoothing.Vector(flavour, t, 2);

    protected override string Output(Flavour flavour, bool isFused) => Probability(isFused);

    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            WriteFusedTerms(writer, flavour);
        }
    }

    protected override string Value(Flavour flavour, bool isFused) => Term(flavour, isFused);

    protected override string Gradient(Flavour flavour, bool isFused) => TermGradient(flavour, isFused);

    private static string Clipped(Flavour flavour)
    {
        string atLeast = flavour.Max(flavour.Broadcast(Probabilities.Epsilon), "yv");
        return $"{flavour.Class}.MinNative({flavour.Broadcast(1 - Probabilities.Epsilon)}, {atLeast})";
    }
}
