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
        string method = emission.Kernel(
            "Forward",
            $"y = x, repeated: {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer => windows.Write(writer, ["y"], ["x"], () => RowLoop.Write(writer, flavour, channels, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} v = {flavour.Load("xp", offset)};");
                windows.WritePositions(writer, () => VectorStore.WriteComputed(writer, flavour, "v", "yn", At.Sum("at", offset), lanes));
            })));
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public void EmitBackward(KernelEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Flavour flavour = emission.Flavour.Fit(channels);
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= the sum of dy over the copies: "
                + $"{emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer => windows.Write(writer, ["dy"], ["dx"], () => RowLoop.Write(writer, flavour, channels, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} sum = {(accumulates ? flavour.Load("dxp", offset) : flavour.Zero)};");
                windows.WriteSum(writer, flavour, "sum", () => writer.Line($"sum += {flavour.Load("dyn", At.Sum("at", offset))};"));
                VectorStore.WriteAt(writer, flavour, "sum", "dxp", offset, lanes);
            })));
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }
}
