using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary><c>y = x + embeddings</c>: a learned vector for each position.</summary>
internal sealed class PositionEmbeddingLayer(EmbeddingsOptions options) : Layer
{
    private IReadOnlyList<WeightTensor> _weights = [];

    public override string Kind => "PositionEmbedding";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override bool PassesMask => true;

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
}
