using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary>Normalizes each channel over the batch; in inference, and where it is frozen, by the moving averages.</summary>
internal sealed class BatchNormalizationLayer(BatchNormalizationOptions options) : Layer
{
    private int _channels;

    /// <summary>Keras would normalize each step of a sequence by statistics of its own.</summary>
    public override string? StepObstacle =>
        "its statistics are the batch's; without the wrapper it has one set of them, over all steps";

    public override string Kind => "BatchNormalization";

    public override IReadOnlyList<WeightTensor> Weights => options.Weights(_channels);

    /// <summary>While training, steps of sequences that don't count have no part in the statistics.</summary>
    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) => new BatchNormalizationLayer(BatchNormalizationOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        _channels = inputs[0].Last;
        return inputs[0];
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        int gamma = options.Gamma is null ? -1 : 0;
        int beta = options.Beta is null ? -1 : gamma + 1;
        int mean = lowering.Weights.Count - 2;
        return lowering.Add(
            new BatchNormalization
            {
                X = lowering.X,
                Mask = IsFrozen ? null : lowering.Mask(),
                Gamma = lowering.Weight(gamma),
                Beta = lowering.Weight(beta),
                MovingMean = lowering.Weights[mean],
                MovingVariance = lowering.Weights[mean + 1],
                Momentum = options.Momentum,
                Epsilon = options.Epsilon,
                UsesMovingStatistics = IsFrozen,
            },
            shape);
    }
}
