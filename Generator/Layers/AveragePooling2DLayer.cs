using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>The mean of each window's values; padding doesn't count.</summary>
internal sealed class AveragePooling2DLayer(PoolingOptions options) : Pooling2DLayer(options)
{
    public override string Kind => "AveragePooling2D";

    public static Layer Read(ArgumentReader arguments) => new AveragePooling2DLayer(PoolingOptions.Read(arguments));

    public override void EmitForward(LayerEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        string method = emission.Kernel(
            "Forward",
            $"y = the mean x of each window: {input.WithBatch} -> {emission.Node.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer => WriteWindows(writer, input, ["x"], ["y"], () =>
            {
                WriteShare(writer);
                RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                {
                    writer.Line($"{flavour.Type} sum = {flavour.Zero};");
                    WritePositions(writer, input, () => writer.Line($"sum += {flavour.Load("xn", At.Sum("at", offset))};"));
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
            $"dx {(accumulates ? "+" : "")}= each window's dy over its number of values: {emission.Node.Shape.WithBatch} -> {input.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer =>
            {
                if (!accumulates)
                {
                    WriteClear(writer, emission.Flavour, input);
                }

                WriteWindows(writer, input, ["dx"], ["dy"], () =>
                {
                    WriteShare(writer);
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} part = {flavour.Load("dyp", offset)} * {flavour.Broadcast("share")};");
                        WritePositions(writer, input, () =>
                        {
                            writer.Line($"{flavour.Type} g = {flavour.Load("dxn", At.Sum("at", offset))} + part;");
                            VectorStore.WriteComputed(writer, flavour, "g", "dxn", At.Sum("at", offset), lanes);
                        });
                    });
                });
            });
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }

    private void WriteShare(SourceWriter writer) =>
        writer.Line(Vertical.IsPadded || Horizontal.IsPadded
            ? "float share = 1f / ((h1 - h0) * (w1 - w0));"
            : $"const float share = {Literal.Float(1.0 / (Vertical.Window * Horizontal.Window))};");
}
