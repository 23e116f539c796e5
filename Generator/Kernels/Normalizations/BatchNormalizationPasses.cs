using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// The passes of a batch normalization in training. It waits for all samples twice: for the statistics, and for the sums that
/// the input's gradient needs.
/// </summary>
internal sealed class BatchNormalizationPasses(KernelEmission emission, BatchNormalizationShape shape)
{
    private string Whole => emission.Shape.WithBatch;

    private string PerSample => $"(N, {Literal.Int(shape.Channels)})";

    private string PerChannel => $"({Literal.Int(shape.Channels)})";

    private KernelOperand Statistics => emission.OfWorker(NormalizationBuffers.Statistics(shape)).As("statistics");

    private KernelOperand? Gamma => shape.HasGamma ? emission.Weight(0) : null;

    private KernelOperand? Beta => shape.HasBeta ? emission.Weight(shape.Beta) : null;

    private KernelOperand BetaSums => emission.Extra(NormalizationBuffers.BetaSums(shape)).As("betaSums");

    private KernelOperand GammaSums => emission.Extra(NormalizationBuffers.GammaSums(shape)).As("gammaSums");

    private KernelOperand? Mask => shape.IsMasked ? emission.X(1).As("mask") : null;

    private KernelOperand Means => emission.Extra(NormalizationBuffers.Means(shape)).As("means");

    private KernelOperand? Counts => shape.IsMasked ? emission.Extra(NormalizationBuffers.Counts).As("counts") : null;

    private KernelOperand Deviations => emission.Extra(NormalizationBuffers.Deviations(shape)).As("deviations");

    private KernelOperand Count => emission.CountOf("count");

    public void EmitForward()
    {
        if (shape.IsMasked)
        {
            EmitMaskedMoments();
        }
        else
        {
            EmitMoments();
        }

        string formula = $"(x - mean) / deviation{(shape.HasGamma ? " gamma" : "")}{(shape.HasBeta ? " + beta" : "")}";
        emission.Emit(
            "ForwardTraining",
            $"y = {(shape.IsActivated ? shape.Activation.Name + " of " : "")}{formula}: {Whole}.",
            [emission.X(), Gamma, Beta, Statistics, emission.Y, emission.Rows(shape.Rows)],
            new ChannelScaling(emission.Flavour, shape).WriteBatch);
    }

    private void EmitMoments()
    {
        var moments = new BatchMoments(emission.Flavour, shape);
        if (shape.HasSampleMoments)
        {
            emission.Emit(
                "SampleMoments",
                $"Each sample's mean and sum of squared deviations: {Whole} -> {PerSample}, {PerSample}.",
                [emission.X(), Means, Deviations, emission.Range],
                moments.WriteSamples);
        }

        emission.AwaitBatch();
        emission.Emit(
            "BatchMoments",
            "Mean, inverse deviation and variance of the whole batch, summed in the order of its samples: "
                + $"{PerSample} -> {PerChannel} each.",
            shape.HasSampleMoments ? [Means, Deviations, Statistics, Count] : [emission.X().As("means"), Statistics, Count],
            moments.WriteBatch,
            once: true);
    }

    private void EmitMaskedMoments()
    {
        var moments = new MaskedMoments(emission.Flavour, shape);
        emission.Emit(
            "SampleMoments",
            "The number of each sample's steps that count, their mean and sum of squared deviations: "
                + $"{Whole} -> (N), {PerSample}, {PerSample}.",
            [emission.X(), Mask, Counts, Means, Deviations, emission.Range],
            moments.WriteSamples);
        emission.AwaitBatch();
        emission.Emit(
            "BatchMoments",
            "Mean, inverse deviation and variance of all steps that count, summed in the order of the samples: "
                + $"{PerSample} -> {PerChannel} each.",
            [Counts, Means, Deviations, Statistics, Count],
            moments.WriteBatch,
            once: true);
    }

    public void EmitBackward()
    {
        var backward = new BatchNormalizationBackward(emission.Flavour, shape);
        string dz = shape.IsActivated ? "dz, which replaces dy," : "dy";
        emission.Emit(
            "BackwardSums",
            $"Each sample's sums of {dz} and of it times (x - mean) / deviation: {Whole} -> {PerSample}, {PerSample}.",
            [emission.X(), shape.IsActivated ? emission.Y : null, emission.DY, Statistics, BetaSums, GammaSums, emission.Range],
            backward.WriteSamples);
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        emission.AwaitBatch();
        emission.Emit(
            "BackwardMeans",
            $"What dx needs of the whole batch, summed in the order of its samples: {PerSample}, {PerSample} -> {PerChannel} each.",
            [Counts, BetaSums, GammaSums, Statistics, Count],
            backward.WriteBatch,
            once: true);
        bool accumulates = emission.Accumulates();
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= what is left of dy without its mean and its slope along x, scaled: {Whole}.",
            [emission.X(), Mask, emission.DY, Gamma, Statistics, emission.DX(), emission.Rows(shape.Rows)],
            writer => backward.WriteData(writer, accumulates));
    }

    public void EmitWeightGradients()
    {
        if (shape.HasGamma)
        {
            BiasGradient.Emit(emission, 0, GammaSums, 1);
        }

        if (shape.HasBeta)
        {
            BiasGradient.Emit(emission, shape.Beta, BetaSums, 1);
        }
    }

    /// <summary>Emits the update of the moving averages.</summary>
    public void EmitStatistics(double momentum) => emission.Call(
        "NormalizationWeights.Move",
        Statistics,
        emission.Weight(shape.MovingMean),
        emission.Weight(shape.MovingMean + 1),
        shape.Channels,
        momentum);
}
