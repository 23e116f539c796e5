using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>The largest value of each window. The gradient goes to the first of equals.</summary>
internal sealed class MaxPoolingKernel(Pooling operation) : Kernel
{
    private readonly WindowLoops _windows = new(operation.Vertical, operation.Horizontal, operation.Channels);

    private WindowGradients Gradients => new(operation, _windows);

    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "Forward",
            $"y = the largest x of each window: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer => _windows.Write(writer, ["x"], ["y"], () => RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} best = {flavour.Broadcast(double.NegativeInfinity)};");
                _windows.WritePositions(writer, () =>
                {
                    writer.Line($"{flavour.Type} v = {flavour.Load("xn", At.Sum("at", offset))};");
                    writer.Line($"best = {Flavour.Maximum("best", "v")};");
                });
                VectorStore.WriteAt(writer, flavour, "best", "yp", offset, lanes);
            })));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy at the first largest x of each window: {emission.Shape.WithBatch} -> {input.WithBatch}.",
            [emission.X(), emission.Y, emission.DY, emission.DX(), Gradients.Scratch(emission), emission.Range],
            writer =>
            {
                if (!accumulates)
                {
                    Gradients.WriteClear(writer, emission.Flavour);
                }

                void WriteWindow() => RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                {
                    writer.Line($"{flavour.Type} best = {flavour.Load("yp", offset)};");
                    writer.Line($"{flavour.Type} left = {flavour.Load("dyp", offset)}; // becomes 0 once a position has taken it");
                    _windows.WritePositions(writer, () =>
                    {
                        string place = At.Sum("at", offset);
                        writer.Line($"{flavour.Type} wins = {flavour.Equal(flavour.Load("xn", place), "best")};");
                        writer.Line($"{flavour.Type} share = {flavour.Select("wins", "left", flavour.Zero)};");
                        writer.Line($"left = {flavour.Select("wins", flavour.Zero, "left")};");
                        Gradients.Add(writer, flavour, place, "share", lanes);
                    });
                });

                _windows.Write(writer, ["x", "dx"], ["y", "dy"], WriteWindow, () => Gradients.OpenSample(writer, emission.Flavour));
            });
    }
}
