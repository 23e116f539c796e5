using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The mean of <c>e^2 / 2</c> for errors <c>e = y - t</c> up to delta, and of <c>delta |e| - delta^2 / 2</c> for larger ones (Huber, 1964).
/// </summary>
internal sealed class Huber(double delta) : ElementwiseLoss
{
    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused)
    {
        writer.Line($"{flavour.Type} error = yv - tv;");
        writer.Line($"{flavour.Type} bounded = {flavour.Min(flavour.Broadcast(delta), flavour.Max(flavour.Broadcast(-delta), "error"))};");
    }

    protected override string Value(Flavour flavour, bool isFused) => $"bounded * (error - (bounded * {flavour.Broadcast(0.5)}))";

    protected override string Gradient(Flavour flavour, bool isFused) => "bounded";
}
