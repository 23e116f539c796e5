using System;

namespace StaticNets.Data;

/// <summary>Reads a source on a thread of its own, some batches ahead.</summary>
internal sealed class PrefetchedSource(IBatchSource source, int batches) : IBatchSource, IDerivedSource
{
    public static IBatchSource Of(IBatchSource source, int batches, bool hasThreads) =>
        hasThreads ? new PrefetchedSource(source, batches) : source;

    public IBatchSource Source => source;

    public int Count => source.Count;

    public int InputSize => source.InputSize;

    public IBatchReader CreateReader(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        batchSize = Math.Min(batchSize, Math.Max(1, source.Count));
        return new PrefetchingReader(source.CreateReader(batchSize), batches, batchSize, source.InputSize);
    }
}
