using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>Gathers several outputs in each sample, one after the other. Not for users: inference adds it.</summary>
internal sealed class OutputsLayer : Layer
{
    public override string Kind => "Outputs";

    public override Shape InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => ShapeOf(inputs);

    public static Shape ShapeOf(IEnumerable<Shape> inputs) => new(inputs.Sum(input => input.Size));

    public override void EmitForward(LayerEmission emission) => EmitForward(emission, _ => true);

    /// <summary>Gathers some of the outputs; others write their values into place themselves.</summary>
    public static void EmitForward(LayerEmission emission, Func<int, bool> isGathered)
    {
        int offset = 0;
        for (int i = 0; i < emission.Node.Inputs.Count; i++)
        {
            int size = emission.InputShape(i).Size;
            if (isGathered(i))
            {
                SliceCopy.EmitForward(emission, i, size, 1, emission.Shape.Size, offset);
            }

            offset += size;
        }
    }
}
