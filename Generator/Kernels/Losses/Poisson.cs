using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>y - t log(y + 1e-7)</c>: what a Poisson distribution of mean y makes of counts t, but for a constant.</summary>
internal sealed class Poisson : ElementwiseLoss
{
    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused) =>
        writer.Line($"{flavour.Type} mean = yv + {flavour.Broadcast(Probabilities.Epsilon)};");

    protected override string Value(Flavour flavour, bool isFused) => "yv - (tv * VectorMath.Log(mean))";

    protected override string Gradient(Flavour flavour, bool isFused) => $"{flavour.Broadcast(1)} - (tv / mean)";
}
