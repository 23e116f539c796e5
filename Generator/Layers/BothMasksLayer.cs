using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The mask of the steps that count in both of two masks: their product. A pass puts it behind merges of layers with different masks. Where
/// the second is of whole steps, and the first of their parts, it serves all of these.
/// </summary>
internal sealed class BothMasksLayer : Layer
{
    public override string Kind => "BothMasks";

    public override bool HasGradient => false;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override void EmitForward(LayerEmission emission)
    {
        Shape shape = emission.Shape;
        Shape second = emission.InputShape(1);
        bool areAlike = second.Equals(shape);
        string method = emission.Kernel(
            "Forward",
            $"y = x0 x1, two masks: {(areAlike ? "" : $"{shape.WithBatch}, {second.WithBatch} -> ")}{shape.WithBatch}.",
            "ref float x0, ref float x1, ref float y, int n0, int n1",
            writer =>
            {
                if (areAlike)
                {
                    LoopOperand[] operands = [new("x0", shape.Size), new("x1", shape.Size)];
                    SampleLoop.Write(writer, emission.Flavour, shape.Size, operands, new("y", shape.Size), Product);
                    return;
                }

                var repeated = new Shape([.. second.Dimensions, .. Enumerable.Repeat(1, shape.Rank - second.Rank)]);
                (string, Shape)[] broadcast = [("x0", shape), ("x1", repeated), ("y", shape)];
                new BroadcastLoops(writer, emission.Flavour, shape, broadcast).Write(Product, adds: false);
            });
        emission.Call(method, emission.X(0), emission.X(1), emission.Y, emission.Range);
    }

    private static string Product(Flavour flavour, IReadOnlyList<string> masks) => $"{masks[0]} * {masks[1]}";
}
