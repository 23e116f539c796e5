using System;
using System.Linq;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>The mean of each window's values; padding doesn't count.</summary>
internal sealed class AveragePoolingKernel(Pooling operation) : Kernel
{
    private readonly WindowLoops _windows = new(operation.Vertical, operation.Horizontal, operation.Channels);

    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        string method = emission.Kernel(
            "Forward",
            $"y = the mean x of each window: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
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
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= each window's dy over its number of values: {emission.Shape.WithBatch} -> {input.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer =>
            {
                if (!accumulates)
                {
                    WriteClear(writer, emission.Flavour);
                }

                _windows.Write(writer, ["dx"], ["dy"], () =>
                {
                    _windows.WriteShare(writer);
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} part = {flavour.Load("dyp", offset)} * {flavour.Broadcast("share")};");
                        _windows.WritePositions(writer, () =>
                        {
                            writer.Line($"{flavour.Type} g = {flavour.Load("dxn", At.Sum("at", offset))} + part;");
                            VectorStore.WriteComputed(writer, flavour, "g", "dxn", At.Sum("at", offset), lanes);
                        });
                    });
                });
            });
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }


    /// <summary>Writes loops that set the operand's gradient to 0 before windows add to it.</summary>
    private void WriteClear(SourceWriter writer, Flavour flavour) =>
        SampleLoop.Write(writer, flavour, _windows.ImageSize, [], new LoopOperand("dx", _windows.ImageSize), (fit, _) => fit.Zero);
}
