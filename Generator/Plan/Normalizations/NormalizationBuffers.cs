namespace StaticNets.Generator.Plan.Normalizations;

/// <summary>The buffers of a batch normalization.</summary>
internal static class NormalizationBuffers
{
    // Mean, inverse deviation, variance; then what the backward pass adds: the mean of dz, and its slope along x.
    private const long StatisticsOfAChannel = 5;

    public static NamedBuffer Means(BatchNormalizationShape shape) => new("Means", shape.Channels);

    /// <summary>The number of each sample's steps that count.</summary>
    public static NamedBuffer Counts { get; } = new("Counts", 1);

    public static NamedBuffer Deviations(BatchNormalizationShape shape) => new("Deviations", shape.Channels);

    public static NamedBuffer BetaSums(BatchNormalizationShape shape) => new("BetaSums", shape.Channels);

    public static NamedBuffer GammaSums(BatchNormalizationShape shape) => new("GammaSums", shape.Channels);

    public static NamedBuffer Statistics(BatchNormalizationShape shape) => new("Statistics", StatisticsOfAChannel * shape.Channels);

    public static NamedBuffer Scale(BatchNormalizationShape shape) => new("Scale", shape.Channels);
}
