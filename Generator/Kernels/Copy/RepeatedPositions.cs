using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>Emits passes in which each position becomes a window of equal ones; a window's gradient is summed in row order.</summary>
internal sealed class RepeatedPositions(WindowLoops windows, int channels)
{
    public void EmitForward(KernelEmission emission)
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

    public void EmitBackward(KernelEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Flavour flavour = emission.Flavour.Fit(channels);
        bool accumulates = emission.Accumulates();
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
