using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The largest value of each window, where it isn't fused into the convolution before. The gradient goes to the first of equals.
/// </summary>
internal sealed class MaxPooling2DLayer(PoolingOptions options) : Pooling2DLayer(options)
{
    public override string Kind => "MaxPooling" + Options.Axes.Suffix;

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input | BackwardNeeds.Output;

    /// <summary>Whether windows neither overlap nor leave the input, so that a convolution can pool its own results.</summary>
    public bool IsFusable => Options.Size == Options.Strides && !Vertical.IsPadded && !Horizontal.IsPadded;

    public static Layer Read1D(ArgumentReader arguments) => new MaxPooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Sequence));

    public static Layer Read2D(ArgumentReader arguments) => new MaxPooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Image));

    protected override PoolingFunction Function => PoolingFunction.Max;

    public override void EmitForward(LayerEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        string method = emission.Kernel(
            "Forward",
            $"y = the largest x of each window: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer => Windows.Write(writer, ["x"], ["y"], () => RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} best = {flavour.Broadcast(double.NegativeInfinity)};");
                Windows.WritePositions(writer, () =>
                {
                    writer.Line($"{flavour.Type} v = {flavour.Load("xn", At.Sum("at", offset))};");
                    writer.Line($"best = {flavour.Max("best", "v")};");
                });
                VectorStore.WriteAt(writer, flavour, "best", "yp", offset, lanes);
            })));
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(LayerEmission emission)
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
            $"dx {(accumulates ? "+" : "")}= dy at the first largest x of each window: {emission.Shape.WithBatch} -> {input.WithBatch}.",
            "ref float x, ref float y, ref float dy, ref float dx, int n0, int n1",
            writer =>
            {
                if (!accumulates)
                {
                    WriteClear(writer, emission.Flavour);
                }

                Windows.Write(writer, ["x", "dx"], ["y", "dy"], () => RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                {
                    writer.Line($"{flavour.Type} best = {flavour.Load("yp", offset)};");
                    writer.Line($"{flavour.Type} left = {flavour.Load("dyp", offset)}; // becomes 0 once a position has taken it");
                    Windows.WritePositions(writer, () =>
                    {
                        string place = At.Sum("at", offset);
                        writer.Line($"{flavour.Type} wins = {flavour.Equal(flavour.Load("xn", place), "best")};");
                        writer.Line($"{flavour.Type} g = {flavour.Load("dxn", place)} + {flavour.Select("wins", "left", flavour.Zero)};");
                        writer.Line($"left = {flavour.Select("wins", flavour.Zero, "left")};");
                        VectorStore.WriteComputed(writer, flavour, "g", "dxn", place, lanes);
                    });
                }));
            });
        emission.Call(method, emission.X(), emission.Y, emission.DY, emission.DX(), emission.Range);
    }
}
