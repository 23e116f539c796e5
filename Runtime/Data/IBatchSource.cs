using System;

namespace StaticNets;

/// <summary>
/// Samples to train, validate or predict with, from memory or from elsewhere. The source itself does not change while it is read: what
/// moves is in its readers, so that several threads may read one source at once.
/// </summary>
public interface IBatchSource
{
    /// <summary>The number of samples in an epoch.</summary>
    int Count { get; }

    /// <summary>Floats a sample at the net's input.</summary>
    int InputSize { get; }

    /// <summary>Creates a reader, with all the buffers that it needs.</summary>
    /// <param name="batchSize">The number of samples in each batch; the last of an epoch may be shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1.</exception>
    IBatchReader CreateReader(int batchSize);
}

/// <summary>
/// Reads a source batch by batch, as often as wanted. Use it from one thread at a time. It allocates nothing once it is warm.
/// </summary>
public interface IBatchReader : IDisposable
{
    /// <summary>Goes back to the first batch of an epoch.</summary>
    /// <param name="order">Which epoch, and in which order. The same order gives the same batches.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first batch is negative.</exception>
    void Reset(EpochOrder order);

    /// <summary>Reads the next batch. A new reader begins with the samples in the order in which they stand.</summary>
    /// <param name="batch">Receives the batch. It is valid until the next call.</param>
    /// <returns>False at the end of the epoch.</returns>
    bool Read(out Batch batch);
}

/// <summary>The order of the samples in one epoch: a function of these numbers alone, so that training can go on after a restart.</summary>
public readonly record struct EpochOrder
{
    /// <summary>The number of the epoch, from 0.</summary>
    public int Epoch { get; init; }

    /// <summary>The seed of the shuffled order.</summary>
    public int Seed { get; init; }

    /// <summary>Whether the samples are shuffled. Default: they come as they stand.</summary>
    public bool Shuffle { get; init; }

    /// <summary>The number of batches to leave out at the begin, for an epoch that goes on after a restart. Default 0.</summary>
    public int FirstBatch { get; init; }
}
