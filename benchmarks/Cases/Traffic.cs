namespace StaticNets.Benchmarks.Cases;

/// <summary>What a run must move at least, once each, however it computes.</summary>
/// <param name="ReadBytes">What is read alone: samples, and weights in a prediction.</param>
/// <param name="UpdatedBytes">What is read and written: in a training step the weights and the optimizer's numbers.</param>
internal sealed record Traffic(long ReadBytes, long UpdatedBytes)
{
    /// <summary>A weight and Adam's two means.</summary>
    private const int NumbersUpdated = 3;

    public static Traffic OfTraining(NetInfo info, int batch) =>
        new((long)sizeof(float) * batch * (info.InputSize + info.TargetSize), (long)sizeof(float) * NumbersUpdated * info.TrainableCount);

    public static Traffic OfPrediction(NetInfo info, int batch) =>
        new(sizeof(float) * (info.ParameterCount + ((long)batch * (info.InputSize + info.OutputSize))), 0);

    /// <summary>One pass of a layer: two images for each sample, and the weights.</summary>
    public static Traffic OfPass(long weights, long valuesPerSample, int batch) => new(sizeof(float) * (weights + (valuesPerSample * batch)), 0);
}
