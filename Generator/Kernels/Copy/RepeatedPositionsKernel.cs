using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>Each position becomes a window of equal ones; a window's gradient is summed in row order.</summary>
/// <param name="windows">The windows on the result.</param>
/// <param name="channels">Values of a position.</param>
internal sealed class RepeatedPositionsKernel(WindowLoops windows, int channels) : Kernel
{
    /// <summary>An image made larger: each position is a window of the result.</summary>
    public static RepeatedPositionsKernel Of(Resize resize)
    {
        (int vertical, int horizontal) = resize.Factors;
        var rows = new WindowAxis(resize.Image[0] * vertical, vertical, vertical, 1, same: false);
        var columns = new WindowAxis(resize.Image[1] * horizontal, horizontal, horizontal, 1, same: false);
        return new(new WindowLoops(rows, columns, resize.Image.Last), resize.Image.Last);
    }

    /// <summary>One vector as every step of a sequence: a sequence of one step, whose window is all of the result.</summary>
    public static RepeatedPositionsKernel Of(Repeat repeat)
    {
        int size = repeat.OfStep(repeat.Source).Size;
        var one = new WindowAxis(1, 1, 1, 1, same: false);
        var window = new WindowAxis(repeat.Times, repeat.Times, repeat.Times, 1, same: false);
        return new(new WindowLoops(one, window, size), size);
    }

    public override void EmitForward(KernelEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(channels);
        emission.Emit(
            "Forward",
            $"y = x, repeated: {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer => windows.Write(writer, ["y"], ["x"], () => RowLoop.Write(writer, flavour, channels, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} v = {flavour.Load("xp", offset)};");
                windows.WritePositions(writer, () => VectorStore.WriteComputed(writer, flavour, "v", "yn", At.Sum("at", offset), lanes));
            })));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Flavour flavour = emission.Flavour.Fit(channels);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= the sum of dy over the copies: "
                + $"{emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer => windows.Write(writer, ["dy"], ["dx"], () => RowLoop.Write(writer, flavour, channels, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} sum = {(accumulates ? flavour.Load("dxp", offset) : flavour.Zero)};");
                windows.WriteSum(writer, flavour, "sum", () => writer.Line($"sum += {flavour.Load("dyn", At.Sum("at", offset))};"));
                VectorStore.WriteAt(writer, flavour, "sum", "dxp", offset, lanes);
            })));
    }
}
