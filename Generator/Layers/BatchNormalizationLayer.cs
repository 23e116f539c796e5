using System.Collections.Generic;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Normalization;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>Normalizes each channel over the batch; in inference, and where it is frozen, by the moving averages.</summary>
internal sealed class BatchNormalizationLayer(BatchNormalizationOptions options) : Layer, IAppliesActivation
{
    private int _rows;
    private int _channels;

    /// <summary>Keras would normalize each step of a sequence by statistics of its own.</summary>
    public override string? StepObstacle =>
        "its statistics are the batch's; without the wrapper it has one set of them, over all steps";

    public override bool DiffersInTraining => !IsFrozen;

    public override string Kind => "BatchNormalization";

    public override IReadOnlyList<WeightTensor> Weights => options.Weights(_channels);

    public override long MultiplyAdds => (long)_rows * _channels;

    /// <inheritdoc/>
    public IActivation Applied { get; set; } = ActivationCatalogue.Linear;

    public override BackwardNeeds BackwardNeeds =>
        (IsFrozen ? BackwardNeeds.None : BackwardNeeds.Input)
        | (NormalizationShape.IsActivated ? BackwardNeeds.Output : BackwardNeeds.None);

    /// <summary>While training, steps of sequences that don't count have no part in the statistics.</summary>
    public override MaskRole Masks => new() { Reads = IsFrozen ? -1 : 0, OnlyInTraining = true, Passes = true };

    public static Layer Read(ArgumentReader arguments) => new BatchNormalizationLayer(BatchNormalizationOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        _rows = inputs[0].Rows;
        _channels = inputs[0].Last;
        return inputs[0];
    }

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient)
    {
        var buffers = new List<ExtraBuffer>();
        if (!IsFrozen && NormalizationShape.HasSampleMoments)
        {
            if (HasMask)
            {
                buffers.Add(NormalizationBuffers.Counts);
            }

            buffers.Add(NormalizationBuffers.Means(NormalizationShape));
            buffers.Add(NormalizationBuffers.Deviations(NormalizationShape));
        }

        if (!IsFrozen)
        {
            buffers.Add(NormalizationBuffers.BetaSums(NormalizationShape));
            buffers.Add(NormalizationBuffers.GammaSums(NormalizationShape));
        }

        return buffers;
    }

    public override IReadOnlyList<ExtraBuffer> WorkerBuffers(bool inputNeedsGradient) =>
        IsFrozen ? [] : [NormalizationBuffers.Statistics(NormalizationShape)];

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) => IsFrozen ? PreparedWeights : [];

    public override IReadOnlyList<ExtraBuffer> PreparedWeights =>
        [NormalizationBuffers.Scale(NormalizationShape), NormalizationBuffers.Shift(NormalizationShape)];

    public override Value Lower(Lowering lowering, Shape shape)
    {
        BatchNormalizationShape places = NormalizationShape;
        return lowering.Add(
            new BatchNormalization
            {
                X = lowering.X,
                Mask = IsFrozen ? null : lowering.Mask(),
                Gamma = lowering.Weight(places.HasGamma ? 0 : -1),
                Beta = lowering.Weight(places.HasBeta ? places.Beta : -1),
                MovingMean = lowering.Weights[places.MovingMean],
                MovingVariance = lowering.Weights[places.MovingMean + 1],
                Momentum = options.Momentum,
                Epsilon = options.Epsilon,
                UsesMovingStatistics = IsFrozen,
            },
            shape);
    }

    public override void EmitForward(LayerEmission emission)
    {
        if (emission.Training && !IsFrozen)
        {
            new BatchNormalizationPasses(emission, ShapeIn(emission)).EmitForward();
        }
        else
        {
            new MovingNormalizationPasses(emission, NormalizationShape).EmitForward();
        }
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (IsFrozen)
        {
            new MovingNormalizationPasses(emission, NormalizationShape).EmitBackward();
        }
        else
        {
            new BatchNormalizationPasses(emission, ShapeIn(emission)).EmitBackward();
        }
    }

    public override void EmitWeightGradients(LayerEmission emission) =>
        new BatchNormalizationPasses(emission, ShapeIn(emission)).EmitWeightGradients();

    public override void EmitPreparedWeights(LayerEmission emission) =>
        new MovingNormalizationPasses(emission, NormalizationShape).EmitFactors($"0, {Literal.Int(_channels)}");

    public override void EmitDerivedWeights(LayerEmission emission)
    {
        if (IsFrozen)
        {
            new MovingNormalizationPasses(emission, NormalizationShape).EmitFactors(LayerEmission.Share(_channels));
        }
    }

    public override void EmitStatistics(LayerEmission emission)
    {
        if (!IsFrozen)
        {
            new BatchNormalizationPasses(emission, ShapeIn(emission)).EmitStatistics(options.Momentum);
        }
    }

    private BatchNormalizationShape ShapeIn(LayerEmission emission) =>
        HasMask ? NormalizationShape with { RowsOfStep = _rows / emission.InputShape(1).Size } : NormalizationShape;

    /// <summary>The layer as its kernels see it.</summary>
    public BatchNormalizationShape NormalizationShape => new()
    {
        Rows = _rows,
        Channels = _channels,
        IsMasked = HasMask,
        Epsilon = options.Epsilon,
        HasGamma = options.Gamma is not null,
        HasBeta = options.Beta is not null,
        Activation = Applied as ActivationFunction ?? ActivationCatalogue.Linear,
    };
}
