using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Losses;

/// <summary>
/// The mean of <c>-(t log y + (1 - t) log(1 - y))</c>. With a last sigmoid: <c>max(z, 0) - z t + log(1 + exp(-|z|))</c>, whose gradient is y - t. Without
/// one y is clipped to [1e-7, 1 - 1e-7] as in Keras, and the gradient outside is 0.
/// </summary>
internal sealed class BinaryCrossentropy : ElementwiseLoss
{
    public override string Name => "BinaryCrossentropy";

    public override string FusedActivation => "Sigmoid";

    protected override string Output(Flavour flavour, bool isFused) => isFused ? "VectorMath.Sigmoid(z)" : "z";

    protected override string Value(Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            return $"{flavour.Max(flavour.Zero, "z")} - (z * t) + VectorMath.Log1P(VectorMath.Exp(-{flavour.Class}.Abs(z)))";
        }

        return $"-((t * VectorMath.Log({Clipped(flavour)})) + (({flavour.Broadcast(1)} - t) * VectorMath.Log({flavour.Broadcast(1)} - {Clipped(flavour)})))";
    }

    protected override string Gradient(Flavour flavour, bool isFused)
    {
        if (isFused)
        {
            return "y - t";
        }

        string inside = flavour.Equal(Clipped(flavour), "y");
        return flavour.Select(inside, $"(y - t) / (y * ({flavour.Broadcast(1)} - y))", flavour.Zero);
    }

    private static string Clipped(Flavour flavour) =>
        $"{flavour.Class}.MinNative({flavour.Broadcast(1 - Probabilities.Epsilon)}, {flavour.Max(flavour.Broadcast(Probabilities.Epsilon), "y")})";
}
