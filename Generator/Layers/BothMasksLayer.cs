using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The mask of the steps that count in both of two masks: their product. A pass puts it behind merges of layers with different masks.
/// </summary>
internal sealed class BothMasksLayer : Layer
{
    public override string Kind => "BothMasks";

    public override bool HasGradient => false;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override void EmitForward(LayerEmission emission)
    {
        int size = emission.Shape.Size;
        string method = emission.Kernel(
            "Forward",
            $"y = x0 x1, two masks: {emission.Shape.WithBatch}.",
            "ref float x0, ref float x1, ref float y, int n0, int n1",
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                size,
                [new("x0", size), new("x1", size)],
                new("y", size),
                (_, values) => $"{values[0]} * {values[1]}"));
        emission.Call(method, emission.X(0), emission.X(1), emission.Y, emission.Range);
    }
}
