using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The mean of <c>max(1 - t y, 0)</c>, or of its square, with targets of -1 and 1. A target of 0 counts as -1, value by value: Keras does
/// that only if all of a batch's targets are 0 or 1, so that a sample's loss would depend on the others.
/// </summary>
internal sealed class Hinge(bool isSquared) : ElementwiseLoss
{
    protected override string Target(Flavour flavour, string t)
    {
        string isZero = flavour.Equal(t, flavour.Zero);
        return flavour.Select(isZero, flavour.Broadcast(-1), t);
    }

    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused) =>
        writer.Line($"{flavour.Type} missing = {flavour.Max(flavour.Zero, $"{flavour.Broadcast(1)} - (tv * yv)")};");

    protected override string Value(Flavour flavour, bool isFused) => isSquared ? "missing * missing" : "missing";

    protected override string Gradient(Flavour flavour, bool isFused) => isSquared
        ? $"{flavour.Broadcast(-2)} * missing * tv"
        : flavour.Select(flavour.GreaterThan("missing", flavour.Zero), "-tv", flavour.Zero);
}
