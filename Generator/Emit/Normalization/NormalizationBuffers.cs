using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit.Normalization;

/// <summary>The buffers of a batch normalization.</summary>
internal static class NormalizationBuffers
{
    // Mean, inverse deviation, variance; then what the backward pass adds: the mean of dz, and its slope along x.
    private const int StatisticsOfAChannel = 5;

    public static ExtraBuffer Means(BatchNormalizationShape shape) => new("Means", shape.Channels);

    /// <summary>The number of each sample's steps that count.</summary>
    public static ExtraBuffer Counts { get; } = new("Counts", 1);

    public static ExtraBuffer Deviations(BatchNormalizationShape shape) => new("Deviations", shape.Channels);

    public static ExtraBuffer BetaSums(BatchNormalizationShape shape) => new("BetaSums", shape.Channels);

    public static ExtraBuffer GammaSums(BatchNormalizationShape shape) => new("GammaSums", shape.Channels);

    public static ExtraBuffer Statistics(BatchNormalizationShape shape) => new("Statistics", StatisticsOfAChannel * shape.Channels);

    public static ExtraBuffer Scale(BatchNormalizationShape shape) => new("Scale", shape.Channels);

    public static ExtraBuffer Shift(BatchNormalizationShape shape) => new("Shift", shape.Channels);
}
