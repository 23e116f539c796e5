using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>100 |y - t| / max(|t|, 1e-7)</c>; the derivative where they are equal is 0.</summary>
internal sealed class MeanAbsolutePercentageError : ElementwiseLoss
{
    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused)
    {
        string size = flavour.Max(flavour.Broadcast(Probabilities.Epsilon), flavour.Abs("tv"));
        writer.Line($"{flavour.Type} percent = {flavour.Broadcast(100)} / {size};");
    }

    protected override string Value(Flavour flavour, bool isFused) => $"{flavour.Abs("yv - tv")} * percent";

    protected override string Gradient(Flavour flavour, bool isFused) =>
        flavour.Select(flavour.Equal("yv", "tv"), flavour.Zero, $"{flavour.Class}.CopySign(percent, yv - tv)");
}
