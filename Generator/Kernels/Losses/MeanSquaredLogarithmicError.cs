using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The mean of <c>(log(y + 1) - log(t + 1))^2</c>, where both are at least 1e-7; no gradient comes through below. The difference is taken
/// as <c>log(1 + |y - t| / (1 + min(y, t)))</c> with its sign: of two logarithms that are close nothing would be left.
/// </summary>
internal sealed class MeanSquaredLogarithmicError : ElementwiseLoss
{
    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused)
    {
        string distance = $"{flavour.Abs("yLeast - tLeast")} / ({flavour.Min("yLeast", "tLeast")} + {flavour.Broadcast(1)})";
        writer.Line($"{flavour.Type} yLeast = {AtLeast(flavour, "yv")};");
        writer.Line($"{flavour.Type} tLeast = {AtLeast(flavour, "tv")};");
        writer.Line($"{flavour.Type} apart = VectorMath.Log1P({distance});");
        writer.Line($"{flavour.Type} difference = {flavour.Select(flavour.LessThan("yLeast", "tLeast"), "-apart", "apart")};");
    }

    protected override string Value(Flavour flavour, bool isFused) => "difference * difference";

    protected override string Gradient(Flavour flavour, bool isFused)
    {
        string slope = $"({flavour.Broadcast(2)} * difference / (yv + {flavour.Broadcast(1)}))";
        return flavour.Select(flavour.LessThan("yv", flavour.Broadcast(Probabilities.Epsilon)), flavour.Zero, slope);
    }

    private static string AtLeast(Flavour flavour, string value) => flavour.Max(flavour.Broadcast(Probabilities.Epsilon), value);
}
