using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Losses;

/// <summary>The mean of <c>|y - t|</c>; the derivative where they are equal is 0.</summary>
internal sealed class MeanAbsoluteError : ElementwiseLoss
{
    public override string Name => "MeanAbsoluteError";

    protected override string Value(Flavour flavour, bool isFused) => $"{flavour.Class}.Abs(y - t)";

    protected override string Gradient(Flavour flavour, bool isFused) =>
        flavour.Select(flavour.Equal("y", "t"), flavour.Zero, $"{flavour.Class}.CopySign({flavour.Broadcast(1)}, y - t)");
}
