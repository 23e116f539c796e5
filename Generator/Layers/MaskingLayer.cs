using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>Masks the steps whose values all are a given one, and makes them 0. A pass adds the mask as a second input.</summary>
internal sealed class MaskingLayer(double maskValue) : Layer
{
    public override string Kind => "Masking";

    public override string? StepObstacle => "its mask would end with the wrapper; without it, it masks the steps of any shape";

    public override MaskRole Masks => new() { Source = new StepMaskLayer(maskValue) };

    public static Layer Read(ArgumentReader arguments) => new MaskingLayer(arguments.Number("MaskValue", 0));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        problems.HasSteps(this, inputs[0]) ? inputs[0] : null;

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var steps = new Shape([.. shape.Dimensions.Take(shape.Rank - 1)]);
        Value mask = lowering.Add(new MaskSteps { X = lowering.X, MaskValue = maskValue }, steps, "_mask", ValueRole.Mask);
        Value cleared = lowering.Add(new ClearMasked { X = lowering.X, Mask = mask }, shape);
        lowering.SetMask(cleared, mask);
        return cleared;
    }

    public override void EmitForward(LayerEmission emission) =>
        EmitRows(emission, "Forward", emission.X(), "y", emission.Y, accumulates: false);

    public override void EmitBackward(LayerEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            EmitRows(emission, "BackwardData", emission.DY, "dx", emission.DX(), emission.Accumulates());
        }
    }

    private static void EmitRows(LayerEmission emission, string pass, string from, string name, string to, bool accumulates)
    {
        Shape shape = emission.Shape;
        Flavour flavour = emission.Flavour.Fit(shape.Last);
        string method = emission.Kernel(
            pass + (accumulates ? "Add" : ""),
            $"{name} {(accumulates ? "+" : "")}= x where the mask is not 0, else 0: {shape.WithBatch}.",
            $"ref float x, ref float mask, ref float {name}, int m0, int m1",
            writer =>
            {
                using (writer.Block("for (int m = m0; m < m1; m++)"))
                {
                    writer.Line($"ref float xm = {At.Ref("x", At.Times("m", shape.Last))};");
                    writer.Line($"ref float {name}m = {At.Ref(name, At.Times("m", shape.Last))};");
                    writer.Line($"{flavour.Type} isMasked = {flavour.Equal(flavour.Broadcast(At.Value("mask", "m")), flavour.Zero)};");
                    RowLoop.Write(writer, flavour, shape.Last, (offset, lanes) =>
                    {
                        string kept = flavour.Select("isMasked", flavour.Zero, flavour.Load("xm", offset));
                        writer.Line($"{flavour.Type} result = {kept}{(accumulates ? " + " + flavour.Load(name + "m", offset) : "")};");
                        VectorStore.WriteAt(writer, flavour, "result", name + "m", offset, lanes);
                    });
                }
            });
        emission.Call(method, from, emission.X(1), to, emission.Rows(shape.Rows));
    }
}
