using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>The same values with the axes in another order.</summary>
internal sealed class PermuteKernel(Permute operation) : Kernel
{
    private AxisOrder Forward => new(operation.OfStep(operation.X), operation.Axes);

    private AxisOrder Backward =>
        new(operation.OfStep(operation.Result), [.. operation.Axes.Select((_, axis) => operation.Axes.ToList().IndexOf(axis))]);

    public override void EmitForward(KernelEmission emission)
    {
        string axes = string.Join(", ", operation.Axes.Select(axis => Literal.Int(axis + 1)));
        emission.Emit(
            "Forward",
            $"y = x with its axes in the order {axes}: {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer => Forward.Write(writer, emission.Flavour, "x", "y", adds: false));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy with its axes back in their order: "
                + $"{emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer => Backward.Write(writer, emission.Flavour, "dy", "dx", accumulates));
    }
}
