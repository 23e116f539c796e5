using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary><c>y = x + embeddings</c>: a learned vector for each position.</summary>
internal sealed class PositionEmbeddingLayer(EmbeddingsOptions options) : Layer
{
    private IReadOnlyList<WeightTensor> _weights = [];

    public override string Kind => "PositionEmbedding";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override MaskRole Masks => MaskRole.Pass;

    public static Layer Read(ArgumentReader arguments) => new PositionEmbeddingLayer(EmbeddingsOptions.Read(arguments, "GlorotUniform"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (!problems.IsSequence(this, inputs[0]))
        {
            return null;
        }

        _weights = [options.Table("embeddings", inputs[0][0], inputs[0][1])];
        return inputs[0];
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new AddPositions { X = lowering.X, Table = lowering.Weights[0] }, shape);

    public override void EmitForward(LayerEmission emission)
    {
        int size = emission.Shape.Size;
        string method = emission.Kernel(
            "Forward",
            $"y = x + w: {emission.Shape.WithBatch} + {_weights[0].Shape}.",
            "ref float x, ref float w, ref float y, int n0, int n1",
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                size,
                [new("x", size), new("w", 0)],
                new("y", size),
                (_, values) => $"{values[0]} + {values[1]}"));
        emission.Call(method, emission.X(), emission.Weight(0), emission.Y, emission.Range);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            int size = emission.Shape.Size;
            SliceCopy.EmitBackward(emission, 0, size, 1, size, 0);
        }
    }

    public override void EmitWeightGradients(LayerEmission emission) => BiasGradient.Emit(emission, 0, emission.DY, 1);
}
