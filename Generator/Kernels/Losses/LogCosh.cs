using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>The mean of <c>log cosh(y - t)</c>, as <c>|e| + log(1 + exp(-2 |e|)) - log 2</c>, which doesn't overflow.</summary>
internal sealed class LogCosh : ElementwiseLoss
{
    private const double Ln2 = 0.693147180559945309;

    protected override void WriteTerms(SourceWriter writer, Flavour flavour, bool isFused) =>
        writer.Line($"{flavour.Type} error = {flavour.Abs("yv - tv")};");

    protected override string Value(Flavour flavour, bool isFused) =>
        $"error + VectorMath.Log1P(VectorMath.Exp(error * {flavour.Broadcast(-2)})) - {flavour.Broadcast(Ln2)}";

    protected override string Gradient(Flavour flavour, bool isFused) => "VectorMath.Tanh(yv - tv)";
}
