using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Losses;

/// <summary>The mean of <c>(y - t)^2</c>.</summary>
internal sealed class MeanSquaredError : ElementwiseLoss
{
    public override string Name => "MeanSquaredError";

    protected override string Value(Flavour flavour, bool isFused) => "(y - t) * (y - t)";

    protected override string Gradient(Flavour flavour, bool isFused) => $"(y - t) * {flavour.Broadcast(2)}";
}
