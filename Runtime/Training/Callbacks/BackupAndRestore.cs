using System;
using System.IO;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Lets a fit that was interrupted go on where it was, with the same bits as if it had never stopped: it writes checkpoints, and a fit that
/// finds one
/// begins there. The options and the data must be the same. When training comes to its end the file is deleted; where it was cancelled it
/// is brought up to
/// date and kept. The other callbacks go on, too, as far as they keep a state (<see cref="Callback.SaveState"/>).
/// </summary>
/// <param name="path">The checkpoint's file.</param>
public sealed class BackupAndRestore(string path) : Callback
{
    private int _batches;

    /// <summary>How many batches lie between two checkpoints. Default: one at the end of each epoch.</summary>
    public int? SaveFrequency { get; init; }

    /// <summary>Whether the file is deleted when training has come to its end. Default true.</summary>
    public bool DeleteCheckpoint { get; init; } = true;

    /// <summary>Whether this fit began at a checkpoint.</summary>
    public bool Restored { get; private set; }

    internal override bool AddsValues => false;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file can't be written; its folder is made where it is missing.</exception>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(SaveFrequency ?? 1, 1, nameof(SaveFrequency));
        AtomicFile.Prepare(path);
        _batches = 0;
        Restored = false;
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingLogs logs)
    {
        if (DeleteCheckpoint && !Run.IsCanceled)
        {
            File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public override void SaveState(CallbackState state) => state.SetNumber("batches", _batches);

    /// <inheritdoc/>
    public override void LoadState(CallbackState state) => _batches = state.GetCount("batches");

    /// <exception cref="InvalidDataException">
    /// The file is damaged or belongs to another fit; the message says where. Neither the net nor the trainer was changed.
    /// </exception>
    internal override void Restore()
    {
        AtomicFile.DeleteLeftovers(path);
        if (!File.Exists(path))
        {
            return;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        FitState fit = Checkpoint.Read(file, Trainer, path, Check)!;
        Run.Position = new TrainingPosition { Epoch = fit.Epoch, Batch = fit.Batch, Seed = fit.Seed, Shuffle = fit.Shuffle };
        Run.Running!.Restore(fit.Sums);
        Run.StopTraining = fit.StopTraining;
        CallbackStates.Load(Run.Callbacks, fit.Callbacks);
        Restored = true;
    }

    internal override void AfterTrainBatch()
    {
        if (SaveFrequency is int frequency && ++_batches % frequency == 0)
        {
            Save();
        }
    }

    internal override void AfterEpoch()
    {
        if (SaveFrequency is null)
        {
            Save();
        }
    }

    internal override void OnCancel() => Save();

    private void Save() => AtomicFile.Write(path, stream => Checkpoint.Write(stream, Trainer, Run.State));

    private void Check(FitState? fit)
    {
        if (fit is null)
        {
            throw new InvalidDataException($"{path} is a checkpoint that was not written by Fit.");
        }

        if (fit.BatchSize != Run.BatchSize || fit.Steps != Run.Steps || fit.Sums.Length != Run.Running!.StateLength)
        {
            string here = Invariant($"this one has {Run.Steps} of {Run.BatchSize}");
            throw new InvalidDataException(
                Invariant($"{path} belongs to another fit: of {fit.Steps} batches of {fit.BatchSize} samples, while {here}."));
        }
    }
}
