using System;
using static System.FormattableString;

namespace StaticNets;

/// <summary>That a source of batches fits a net, and that it keeps its promises.</summary>
internal static class SourceCheck
{
    /// <exception cref="ArgumentException">The source is empty or its samples have another size.</exception>
    public static void Fits(IBatchSource source, NetInfo info, string argument)
    {
        ArgumentNullException.ThrowIfNull(source, argument);
        if (source.InputSize != info.InputSize)
        {
            throw new ArgumentException(
                Invariant($"{argument} must have samples of {info.InputSize} floats for {info.Name}, ")
                    + Invariant($"but has samples of {source.InputSize}."),
                argument);
        }

        if (source.Count < 1)
        {
            throw new ArgumentException($"{argument} must hold at least 1 sample, but is empty.", argument);
        }
    }

    /// <exception cref="InvalidOperationException">The batch is empty or too large.</exception>
    public static void Batch(Batch batch, int batchSize)
    {
        if (batch.Count < 1 || batch.Count > batchSize)
        {
            throw new InvalidOperationException(
                Invariant($"The source gave a batch of {batch.Count} samples where 1 to {batchSize} were asked for."));
        }
    }

    /// <summary>An array for some values of each sample of a batch.</summary>
    /// <exception cref="ArgumentException">There are more than an array can hold.</exception>
    public static float[] Buffer(int batchSize, int perSample) => Buffer<float>(batchSize, perSample);

    /// <summary>The same for values of another type.</summary>
    /// <exception cref="ArgumentException">There are more than an array can hold.</exception>
    public static T[] Buffer<T>(int batchSize, int perSample)
    {
        long length = (long)batchSize * perSample;
        return length <= Array.MaxLength
            ? new T[length]
            : throw new ArgumentException(
                Invariant($"{batchSize} samples of {perSample} values are {length} values; at most {Array.MaxLength} fit."),
                nameof(batchSize));
    }
}
