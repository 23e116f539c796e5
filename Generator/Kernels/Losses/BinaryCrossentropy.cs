using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The mean of <c>-(t log y + (1 - t) log(1 - y))</c>. With a last sigmoid: <c>max(z, 0) - z t + log(1 + exp(-|z|))</c>, whose gradient is
/// y - t. Without one y is clipped to [1e-7, 1 - 1e-7] as in Keras, and the gradient outside is 0.
/// </summary>
internal sealed class BinaryCrossentropy(LabelSmoothing smoothing) : ElementwiseLoss
{
    /// <summary>The output from <c>zv</c>.</summary>
    public static string Probability(bool isFused) => isFused ? "VectorMath.Sigmoid(zv)" : "zv";

    /// <summary>The cross-entropy of each value, from <c>zv</c>, <c>yv</c> and <c>tv</c>.</summary>
    public static string Term(Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            return $"{flavour.Max(flavour.Zero, "zv")} - (zv * tv) + VectorMath.Log1P(VectorMath.Exp(-{flavour.Class}.Abs(zv)))";
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

    protected override string Value(Flavour flavour, bool isFused) => Term(flavour, isFused);

    protected override string Gradient(Flavour flavour, bool isFused) => TermGradient(flavour, isFused);

    private static string Clipped(Flavour flavour)
    {
        string atLeast = flavour.Max(flavour.Broadcast(Probabilities.Epsilon), "yv");
        return $"{flavour.Class}.MinNative({flavour.Broadcast(1 - Probabilities.Epsilon)}, {atLeast})";
    }
}
