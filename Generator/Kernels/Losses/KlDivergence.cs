using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary><c>sum t log(t / y)</c>, where both are clipped to [1e-7, 1]; no gradient comes through where y was.</summary>
internal sealed class KlDivergence : ElementwiseLoss
{
    protected override bool IsMean => false;

    protected override string Target(Flavour flavour, string t) => Clipped(flavour, t);

    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused) =>
        writer.Line($"{flavour.Type} clipped = {Clipped(flavour, "yv")};");

    protected override string Value(Flavour flavour, bool isFused) => "tv * VectorMath.Log(tv / clipped)";

    protected override string Gradient(Flavour flavour, bool isFused) =>
        flavour.Select(flavour.Equal("clipped", "yv"), "(-tv / yv)", flavour.Zero);

    private static string Clipped(Flavour flavour, string value) =>
        flavour.Min(flavour.Broadcast(1), flavour.Max(flavour.Broadcast(Probabilities.Epsilon), value));
}
