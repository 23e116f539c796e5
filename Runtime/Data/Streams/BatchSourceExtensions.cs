using System;
using StaticNets.Data;
using StaticNets.Execution;

namespace StaticNets;

/// <summary>
/// Sources made of sources, for data that does not fit in memory or is to be changed at random:
/// <c>files.Shuffle(10_000).Augment(new ImageAugmentation(28, 28) { HorizontalFlip = true }).Prefetch()</c>. Each of them allocates nothing
/// once warm, and
/// gives the same batches for the same order, whichever batch it begins with.
/// </summary>
public static class BatchSourceExtensions
{
    /// <summary>
    /// Shuffles a source that is read in its own order: each sample is drawn at random from a window that moves on. Where no shuffling is
    /// asked for
    /// (<see cref="FitOptions.Shuffle"/>) the samples come as they stand.
    /// </summary>
    /// <param name="source">The samples.</param>
    /// <param name="window">How many samples are held in memory at least. As many as there are shuffles them all.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is less than 1.</exception>
    public static IBatchSource Shuffle(this IBatchSource source, int window)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        return new ShuffledSource(source, window);
    }

    /// <summary>
    /// Reads batches in the background while others are trained with. A thread for each reader, which ends with it. In a browser, where
    /// there are no threads, it reads no batch ahead.
    /// </summary>
    /// <param name="source">The samples.</param>
    /// <param name="batches">How many batches are read ahead at most. Default 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static IBatchSource Prefetch(this IBatchSource source, int batches = 2)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 1);
        return PrefetchedSource.Of(source, batches, Platform.HasThreads);
    }

    /// <summary>Changes images at random: for training only.</summary>
    /// <exception cref="ArgumentException">The sizes don't fit the samples or each other.</exception>
    public static IBatchSource Augment(this IBatchSource source, ImageAugmentation augmentation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(augmentation);
        augmentation.Check(source.InputSize);
        return new AugmentedSource(source, augmentation);
    }
}
