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
        string method = emission.Kernel(
            "Forward",
            $"y = x with its axes in the order {axes}: {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer => Forward.Write(writer, emission.Flavour, "x", "y", adds: false));
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy with its axes back in their order: "
                + $"{emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer => Backward.Write(writer, emission.Flavour, "dy", "dx", accumulates));
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }
}
