using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>
/// 1 for each step of a sequence that has another value than a given one, else 0. A pass puts it before a masking, and where steps that
/// are sequences themselves become one value: they count if any part of them does.
/// </summary>
internal sealed class StepMaskLayer(double maskValue) : Layer
{
    public override string Kind => "StepMask";

    /// <summary>The value of steps that don't count.</summary>
    public double MaskValue => maskValue;

    public override bool HasGradient => false;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        new([.. inputs[0].Dimensions.Take(inputs[0].Rank - 1)]);

    public override void EmitForward(LayerEmission emission)
    {
        Shape input = emission.InputShape();
        int width = input.Size / emission.Shape.Size;
        Flavour flavour = emission.Flavour.Fit(width);
        string value = flavour.Broadcast(maskValue);
        string method = emission.Kernel(
            "Forward",
            $"y = 1 where a step has another value than {Literal.Float(maskValue)}, else 0: "
                + $"{input.WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int m0, int m1",
            writer =>
            {
                using (writer.Block("for (int m = m0; m < m1; m++)"))
                {
                    writer.Line($"ref float xm = {At.Ref("x", At.Times("m", width))};");
                    writer.Line($"{flavour.Type} others = {flavour.Zero};");
                    RowLoop.Write(writer, flavour, width, (offset, lanes) =>
                    {
                        string other = flavour.Select(flavour.Equal(flavour.Load("xm", offset), value), flavour.Zero, flavour.Broadcast(1));
                        writer.Line($"others += {RowLoop.Masked(flavour, other, lanes, flavour.Zero)};");
                    });
                    writer.Line($"{At.Value("y", "m")} = {flavour.Class}.Sum(others) > 0f ? 1f : 0f;");
                }
            });
        emission.Call(method, emission.X(), emission.Y, emission.Rows(emission.Shape.Size));
    }
}
