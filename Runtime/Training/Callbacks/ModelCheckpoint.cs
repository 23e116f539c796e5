using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Saves the model while it is trained: as a checkpoint, or the weights alone. Each file is written beside, flushed and renamed over the
/// old one. A checkpoint is written when all callbacks have heard of the batch's or the epoch's end, so that it holds their state, too.
/// </summary>
/// <param name="path">
/// The file. <c>{epoch}</c>, from 1, <c>{batch}</c> and the names of values such as <c>{val_loss}</c> are replaced, in the formats of .NET
/// or of Python: <c>net-{epoch:00}-{val_loss:F3}.safetensors</c> or <c>net-{epoch:02d}-{val_loss:.3f}.safetensors</c>. Doubled braces stand
/// for themselves. Folders are made.
/// </param>
/// <param name="monitor">The value that tells the best. Default <c>val_loss</c>.</param>
public sealed class ModelCheckpoint(string path, string monitor = "val_loss") : Callback
{
    private readonly PathPattern _pattern = new(path);
    private MonitoredValue? _monitored;
    private int _batches;
    private int _epoch;
    private bool _pending;

    /// <summary>The value that tells the best. Default <c>val_loss</c>.</summary>
    public string Monitor { get; init; } = monitor;

    /// <summary>Whether it saves only where the value is better than ever before. Default false.</summary>
    public bool SaveBestOnly { get; init; }

    /// <summary>Whether it saves the weights alone, as <c>net.Save</c> does, not a checkpoint. Default false.</summary>
    public bool SaveWeightsOnly { get; init; }

    /// <summary>In which direction the value gets better. Default: by its name.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>How many batches lie between two files. Default: one at the end of each epoch.</summary>
    public int? SaveFrequency { get; init; }

    /// <summary>What the first file must be better than. Default: nothing.</summary>
    public double? InitialValueThreshold { get; init; }

    /// <summary>Whether it prints what it does. Default false.</summary>
    public bool Verbose { get; init; }

    /// <summary>The best value so far; null before there was one.</summary>
    public double? Best { get; private set; }

    /// <summary>The file that was written last; null before there was one.</summary>
    public string? LastPath { get; private set; }

    internal override bool AddsValues => false;

    private bool IsInEpoch => SaveFrequency is not null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A setting is out of range, or the fit does not report a value that is needed.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(SaveFrequency ?? 1, 1, nameof(SaveFrequency));
        MonitoredValue.CheckReference(nameof(ModelCheckpoint), nameof(InitialValueThreshold), InitialValueThreshold);
        _monitored = SaveBestOnly ? new MonitoredValue(nameof(ModelCheckpoint), Monitor, Mode, 0) : null;
        _monitored?.Require(Run, IsInEpoch);
        Prepare();
        Best = InitialValueThreshold;
        LastPath = null;
        _batches = 0;
        _pending = false;
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => _epoch = epoch;

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
    {
        if (SaveFrequency is int frequency && ++_batches % frequency == 0)
        {
            Save(batch, logs);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        if (SaveFrequency is null)
        {
            Save(null, logs);
        }
    }

    /// <inheritdoc/>
    public override void SaveState(CallbackState state)
    {
        state.SetNumber("best", Best);
        state.SetNumber("batches", _batches);
        state.SetText("last_path", LastPath);
    }

    /// <inheritdoc/>
    public override void LoadState(CallbackState state)
    {
        Best = state.GetNumber("best");
        _batches = state.GetCount("batches");
        LastPath = state.GetText("last_path");
    }

    internal override void AfterTrainBatch() => WritePending();

    internal override void AfterEpoch() => WritePending();

    private void Save(int? batch, TrainingLogs logs)
    {
        if (_monitored is not null)
        {
            if (!_monitored.TryGet(Run, logs, out double current) || !_monitored.IsImprovement(current, Best))
            {
                return;
            }

            Best = current;
        }

        LastPath = _pattern.Fill(name => ValueOf(name, batch, logs), [.. Own, .. logs.Keys]);
        _pending = !SaveWeightsOnly;
        if (SaveWeightsOnly)
        {
            Write(stream => SafetensorsWriter.Write(stream, Trainer.Info, Trainer.Parameters));
        }

        if (Verbose)
        {
            Run.WriteLine(Invariant($"Epoch {_epoch + 1}: saving model to {LastPath}"));
        }
    }

    private void WritePending()
    {
        if (_pending)
        {
            _pending = false;
            Write(stream => Checkpoint.Write(stream, Trainer, Run.State));
        }
    }

    private void Write(Action<Stream> write)
    {
        if (!_pattern.IsFixed)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(LastPath!))!);
        }

        AtomicFile.Write(LastPath!, write);
    }

    /// <summary>What would fail at the first file fails before the first step.</summary>
    private void Prepare()
    {
        IReadOnlyList<string> reported = IsInEpoch ? Run.BatchValues : Run.EpochValues;
        _pattern.Check(name => IsOwn(name) ? 1 : Run.MayHave(name, IsInEpoch) ? 0.5 : null, Own.Concat(reported));
        if (_pattern.IsFixed)
        {
            AtomicFile.Prepare(_pattern.Fill(_ => null, []));
        }
        else
        {
            AtomicFile.PrepareFolder(_pattern.FixedFolder);
        }
    }

    /// <summary>The names that are no values of the logs.</summary>
    private IEnumerable<string> Own => IsInEpoch ? ["epoch", "batch"] : ["epoch"];

    private bool IsOwn(string name) => Own.Contains(name);

    private IFormattable? ValueOf(string name, int? batch, TrainingLogs logs) => name switch
    {
        "epoch" => _epoch + 1,
        "batch" when batch is int number => number + 1,
        _ => logs.TryGetValue(name, out double logged) ? logged : null,
    };
}
