using System;
using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>
/// Drops values while training. The mask is a function of seed, iteration, layer and place, so the backward pass computes it again instead of
/// reading it, and every split of the batch sees the same one.
/// </summary>
internal sealed class DropoutLayer(double rate) : Layer
{
    public override string Kind => "Dropout";

    public override string Description => $"Dropout({Literal.Short(rate)})";

    public override bool IsAbsentFromInference => true;

    public override MaskRole Masks => MaskRole.Pass;

    public static Layer Read(ArgumentReader arguments) => new DropoutLayer(arguments.Rate("Rate"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override void EmitForward(LayerEmission emission)
    {
        if (emission.Training)
        {
            Emit(emission, emission.X(), emission.Y, accumulates: false);
        }
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            Emit(emission, emission.DY, emission.DX(), emission.Accumulates());
        }
    }

    private void Emit(LayerEmission emission, string from, string to, bool accumulates)
    {
        Shape shape = emission.Node.Shape;
        string threshold = Literal.Int((long)Math.Round(rate * (1 << 24))) + "u";
        string scale = Literal.Float(rate < 1 ? 1 / (1 - rate) : 0);
        string method = emission.Kernel(
            accumulates ? "DropAdd" : "Drop",
            $"y {(accumulates ? "+" : "")}= x times the mask, whose values are 0 or {scale}: {shape.WithBatch}. The gradient goes through the same mask.",
            "ref float x, ref float y, ulong key, int n0, int n1",
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                shape.Size,
                accumulates ? [new("x", shape.Size), new("y", shape.Size)] : [new("x", shape.Size)],
                new("y", shape.Size),
                (flavour, values) =>
                {
                    string mask = $"DropoutMask.Scale{Literal.Int(flavour.Bits)}(key, index, {threshold}, {scale})";
                    return accumulates ? flavour.MultiplyAdd(values[0], mask, values[1]) : $"{values[0]} * {mask}";
                },
                index: true));
        emission.Call(method, from, to, emission.DropoutKey, emission.Range);
    }
}
