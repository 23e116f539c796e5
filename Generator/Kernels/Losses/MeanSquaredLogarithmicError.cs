using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>(log(y + 1) - log(t + 1))^2</c>, where both are at least 1e-7; no gradient comes through below.</summary>
internal sealed class MeanSquaredLogarithmicError : ElementwiseLoss
{
    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused) =>
        writer.Line($"{flavour.Type} difference = {Logarithm(flavour, "yv")} - {Logarithm(flavour, "tv")};");

    protected override string Value(Flavour flavour, bool isFused) => "difference * difference";

    protected override string Gradient(Flavour flavour, bool isFused)
    {
        string slope = $"({flavour.Broadcast(2)} * difference / (yv + {flavour.Broadcast(1)}))";
        return flavour.Select(flavour.LessThan("yv", flavour.Broadcast(Probabilities.Epsilon)), flavour.Zero, slope);
    }

    private static string Logarithm(Flavour flavour, string value) =>
        $"VectorMath.Log({flavour.Max(flavour.Broadcast(Probabilities.Epsilon), value)} + {flavour.Broadcast(1)})";
}
