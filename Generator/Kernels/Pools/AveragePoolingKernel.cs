using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>The mean of each window's values; padding doesn't count.</summary>
internal sealed class AveragePoolingKernel(Pooling operation) : Kernel
{
    private readonly WindowLoops _windows = new(operation.Vertical, operation.Horizontal, operation.Channels);

    private WindowGradients Gradients => new(operation, _windows);

    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "Forward",
            $"y = the mean x of each window: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer => _windows.Write(writer, ["x"], ["y"], () =>
            {
                _windows.WriteShare(writer);
                RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                {
                    writer.Line($"{flavour.Type} sum = {flavour.Zero};");
                    _windows.WriteSum(writer, flavour, "sum", () => writer.Line($"sum += {flavour.Load("xn", At.Sum("at", offset))};"));
                    writer.Line($"{flavour.Type} mean = sum * {flavour.Broadcast("share")};");
                    VectorStore.WriteAt(writer, flavour, "mean", "yp", offset, lanes);
                });
            }));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= each window's dy over its number of values: {emission.Shape.WithBatch} -> {input.WithBatch}.",
            [emission.DY, emission.DX(), Gradients.Scratch(emission), emission.Range],
            writer =>
            {
                if (!accumulates)
                {
                    Gradients.WriteClear(writer, emission.Flavour);
                }

                void WriteWindow()
                {
                    _windows.WriteShare(writer);
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} part = {flavour.Load("dyp", offset)} * {flavour.Broadcast("share")};");
                        _windows.WritePositions(writer, () => Gradients.Add(writer, flavour, At.Sum("at", offset), "part", lanes));
                    });
                }

                _windows.Write(writer, ["dx"], ["dy"], WriteWindow, () => Gradients.OpenSample(writer, emission.Flavour));
            });
    }
}
