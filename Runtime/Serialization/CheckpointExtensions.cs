using System;
using System.IO;
using StaticNets.Serialization;

namespace StaticNets;

/// <summary>
/// Checkpoints: weights, optimizer slots, moving average, accumulated gradients, counters, learning rate and the seed of dropout, in one
/// safetensors file.
/// A trainer that reads one goes on with the same bits as the one that wrote it. <c>net.Load</c> reads the weights of one.
/// </summary>
public static class CheckpointExtensions
{
    /// <summary>
    /// Writes a checkpoint to a file. It is written beside, flushed to the disk and renamed, so that a file of that name is the old or the
    /// new one, whole.
    /// </summary>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public static void SaveCheckpoint(this IGradientTrainer trainer, string path)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        AtomicFile.Write(path, trainer.SaveCheckpoint);
    }

    /// <summary>Writes a checkpoint to a stream, which stays open.</summary>
    public static void SaveCheckpoint(this IGradientTrainer trainer, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(stream);
        Checkpoint.Write(stream, trainer, null);
    }

    /// <summary>
    /// Makes the trainer and its net what a checkpoint says. The trainer must be of the same net and have the same kind of options.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit; the message says where. Nothing was changed.</exception>
    /// <exception cref="IOException">The file can't be read. Nothing was changed.</exception>
    public static void LoadCheckpoint(this IGradientTrainer trainer, string path)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Checkpoint.Read(file, trainer, path);
    }

    /// <summary>The same from a stream, which is read to its end and stays open.</summary>
    /// <exception cref="InvalidDataException">
    /// The contents are damaged or do not fit; the message says where. Nothing was changed.
    /// </exception>
    public static void LoadCheckpoint(this IGradientTrainer trainer, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(stream);
        Checkpoint.Read(stream, trainer, "The stream");
    }
}
