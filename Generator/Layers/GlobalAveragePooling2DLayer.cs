using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>The mean over all positions.</summary>
internal sealed class GlobalAveragePooling2DLayer(SpatialAxes axes, bool keepDims) : GlobalPooling2DLayer(axes, keepDims)
{
    protected override string Stem => "GlobalAveragePooling";

    public override MaskRole Masks => IsOfSequences ? new() { Reads = 0, WhenMasked = new MaskedAverageLayer() } : MaskRole.None;

    public static Layer Read1D(ArgumentReader arguments) =>
        new GlobalAveragePooling2DLayer(SpatialAxes.Sequence, arguments.Boolean("KeepDims", false));

    public static Layer Read2D(ArgumentReader arguments) =>
        new GlobalAveragePooling2DLayer(SpatialAxes.Image, arguments.Boolean("KeepDims", false));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new GlobalPooling { X = lowering.X, Function = PoolingFunction.Average, Mask = IsOfSequences ? lowering.Mask() : null }, shape);

    public override void EmitForward(LayerEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        string method = emission.Kernel(
            "Forward",
            $"y = the mean x of all positions: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer =>
            {
                using (writer.Block("for (int n = n0; n < n1; n++)"))
                {
                    Declare(writer, "x", input.Size);
                    Declare(writer, "y", input.Last);
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} sum = {flavour.Zero};");
                        new LongSum(writer, flavour, ["sum"]).Over("p", input.Rows, 1, () =>
                            writer.Line($"sum += {flavour.Load("xn", At.Sum(At.Times("p", input.Last), offset))};"));
                        writer.Line($"{flavour.Type} mean = sum * {flavour.Broadcast(1.0 / input.Rows)};");
                        VectorStore.WriteAt(writer, flavour, "mean", "yn", offset, lanes);
                    });
                }
            });
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
            $"dx {(accumulates ? "+" : "")}= dy / {Literal.Int(input.Rows)} at every position: "
                + $"{emission.Shape.WithBatch} -> {input.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer =>
            {
                using (writer.Block("for (int n = n0; n < n1; n++)"))
                {
                    Declare(writer, "dy", input.Last);
                    using (writer.Block($"for (int p = 0; p < {Literal.Int(input.Rows)}; p++)"))
                    {
                        writer.Line($"ref float dxp = {At.Ref("dx", $"n * {Literal.Int(input.Size)} + {At.Times("p", input.Last)}")};");
                        RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                        {
                            string share = $"{flavour.Load("dyn", offset)} * {flavour.Broadcast(1.0 / input.Rows)}";
                            writer.Line($"{flavour.Type} g = {share}{(accumulates ? " + " + flavour.Load("dxp", offset) : "")};");
                            VectorStore.WriteAt(writer, flavour, "g", "dxp", offset, lanes);
                        });
                    }
                }
            });
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }
}
