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

    private string Statistics => emission.OfWorker(NormalizationBuffers.Statistics(shape));

    private string Gamma => shape.HasGamma ? emission.Weight(0) : "";

    private string Beta => shape.HasBeta ? emission.Weight(shape.Beta) : "";

    private string BetaSums => emission.Extra(NormalizationBuffers.BetaSums(shape));

    private string GammaSums => emission.Extra(NormalizationBuffers.GammaSums(shape));

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
        string normalize = emission.Kernel(
            "ForwardTraining",
            $"y = {(shape.IsActivated ? shape.Activation.Name + " of " : "")}{formula}: {Whole}.",
            ChannelScaling.BatchParameters(shape),
            new ChannelScaling(emission.Flavour, shape).WriteBatch);
        emission.Call(normalize, emission.X(), Gamma, Beta, Statistics, emission.Y, emission.Rows(shape.Rows));
    }

    private void EmitMoments()
    {
        var moments = new BatchMoments(emission.Flavour, shape);
        if (shape.HasSampleMoments)
        {
            string samples = emission.Kernel(
                "SampleMoments",
                $"Each sample's mean and sum of squared deviations: {Whole} -> {PerSample}, {PerSample}.",
                BatchMoments.SampleParameters,
                moments.WriteSamples);
            emission.Call(samples, emission.X(), Means, Deviations, emission.Range);
        }

        emission.AwaitBatch();
        string batch = emission.Kernel(
            "BatchMoments",
            "Mean, inverse deviation and variance of the whole batch, summed in the order of its samples: "
                + $"{PerSample} -> {PerChannel} each.",
            moments.BatchParameters,
            moments.WriteBatch);
        emission.CallOnce(
            batch, shape.HasSampleMoments ? Means : emission.X(), shape.HasSampleMoments ? Deviations : "", Statistics, emission.Count);
    }

    private void EmitMaskedMoments()
    {
        var moments = new MaskedMoments(emission.Flavour, shape);
        string samples = emission.Kernel(
            "SampleMoments",
            "The number of each sample's steps that count, their mean and sum of squared deviations: "
                + $"{Whole} -> (N), {PerSample}, {PerSample}.",
            MaskedMoments.SampleParameters,
            moments.WriteSamples);
        emission.Call(samples, emission.X(), emission.X(1), Counts, Means, Deviations, emission.Range);
        emission.AwaitBatch();
        string batch = emission.Kernel(
            "BatchMoments",
            "Mean, inverse deviation and variance of all steps that count, summed in the order of the samples: "
                + $"{PerSample} -> {PerChannel} each.",
            MaskedMoments.BatchParameters,
            moments.WriteBatch);
        emission.CallOnce(batch, Counts, Means, Deviations, Statistics, emission.Count);
    }

    public void EmitBackward()
    {
        var backward = new BatchNormalizationBackward(emission.Flavour, shape);
        string dz = shape.IsActivated ? "dz, which replaces dy," : "dy";
        string samples = emission.Kernel(
            "BackwardSums",
            $"Each sample's sums of {dz} and of it times (x - mean) / deviation: {Whole} -> {PerSample}, {PerSample}.",
            backward.SampleParameters,
            backward.WriteSamples);
        emission.Call(
            samples, emission.X(), shape.IsActivated ? emission.Y : "", emission.DY, Statistics, BetaSums, GammaSums, emission.Range);
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        emission.AwaitBatch();
        string batch = emission.Kernel(
            "BackwardMeans",
            $"What dx needs of the whole batch, summed in the order of its samples: {PerSample}, {PerSample} -> {PerChannel} each.",
            backward.BatchParameters,
            backward.WriteBatch);
        emission.CallOnce(batch, shape.IsMasked ? Counts : "", BetaSums, GammaSums, Statistics, emission.Count);
        bool accumulates = emission.Accumulates();
        string data = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= what is left of dy without its mean and its slope along x, scaled: {Whole}.",
            BatchNormalizationBackward.DataParameters(shape),
            writer => backward.WriteData(writer, accumulates));
        emission.Call(
            data,
            emission.X(),
            shape.IsMasked ? emission.X(1) : "",
            emission.DY,
            Gamma,
            Statistics,
            emission.DX(),
            emission.Rows(shape.Rows));
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
        Literal.Int(shape.Channels),
        Literal.Float(momentum));

    private string Means => emission.Extra(NormalizationBuffers.Means(shape));

    private string Counts => emission.Extra(NormalizationBuffers.Counts);

    private string Deviations => emission.Extra(NormalizationBuffers.Deviations(shape));
}
