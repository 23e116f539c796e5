using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>The mean of each window's values; padding doesn't count.</summary>
internal sealed class AveragePooling2DLayer(PoolingOptions options) : Pooling2DLayer(options)
{
    public override string Kind => "AveragePooling" + Options.Axes.Suffix;

    public static Layer Read1D(ArgumentReader arguments) => new AveragePooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Sequence));

    public static Layer Read2D(ArgumentReader arguments) => new AveragePooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Image));

    protected override PoolingFunction Function => PoolingFunction.Average;

    public override void EmitForward(LayerEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        string method = emission.Kernel(
            "Forward",
            $"y = the mean x of each window: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer => Windows.Write(writer, ["x"], ["y"], () =>
            {
                Windows.WriteShare(writer);
                RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                {
                    writer.Line($"{flavour.Type} sum = {flavour.Zero};");
                    Windows.WriteSum(writer, flavour, "sum", () => writer.Line($"sum += {flavour.Load("xn", At.Sum("at", offset))};"));
                    writer.Line($"{flavour.Type} mean = sum * {flavour.Broadcast("share")};");
                    VectorStore.WriteAt(writer, flavour, "mean", "yp", offset, lanes);
                });
            }));
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
            $"dx {(accumulates ? "+" : "")}= each window's dy over its number of values: {emission.Shape.WithBatch} -> {input.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer =>
            {
                if (!accumulates)
                {
                    WriteClear(writer, emission.Flavour);
                }

                Windows.Write(writer, ["dx"], ["dy"], () =>
                {
                    Windows.WriteShare(writer);
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} part = {flavour.Load("dyp", offset)} * {flavour.Broadcast("share")};");
                        Windows.WritePositions(writer, () =>
                        {
                            writer.Line($"{flavour.Type} g = {flavour.Load("dxn", At.Sum("at", offset))} + part;");
                            VectorStore.WriteComputed(writer, flavour, "g", "dxn", At.Sum("at", offset), lanes);
                        });
                    });
                });
            });
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }
}
