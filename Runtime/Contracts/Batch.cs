using System;

namespace StaticNets;

/// <summary>Some samples and what is known about them. A view: it owns nothing and lives on the stack.</summary>
public readonly ref struct Batch
{
    /// <summary>The number of samples, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>The inputs, sample after sample: <c>Count * InputSize</c> floats.</summary>
    public required ReadOnlySpan<float> Inputs { get; init; }

    /// <summary>
    /// The class of each sample, for sparse losses: <c>Count</c> integers. Empty for the other losses. Several outputs, or rows of one,
    /// have as many labels a sample, one after the other.
    /// </summary>
    public ReadOnlySpan<int> Labels { get; init; }

    /// <summary>
    /// The wished-for outputs, for losses other than the sparse ones: <c>Count * OutputSize</c> floats. Empty for sparse losses. Of several
    /// outputs those whose losses are not sparse, one after the other in each sample.
    /// </summary>
    public ReadOnlySpan<float> Targets { get; init; }

    /// <summary>
    /// The weight of each sample's loss: <c>Count</c> floats, or empty for 1 each. The loss still divides by <c>Count</c>, as in Keras.
    /// </summary>
    public ReadOnlySpan<float> SampleWeights { get; init; }

    /// <summary>
    /// The weight of each output's loss in each sample, times that of the sample: <c>Count * Outputs.Count</c> floats, sample after sample,
    /// or empty for 1 each.
    /// </summary>
    public ReadOnlySpan<float> OutputWeights { get; init; }
}
