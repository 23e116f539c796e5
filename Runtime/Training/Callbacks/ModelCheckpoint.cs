using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Saves the model while it is trained: as a checkpoint, or the weights alone. Each file is written beside, flushed and renamed over the
/// old one. A checkpoint is written when all callbacks have heard of the batch's or the epoch's end, so that it holds their state, too.
/// </summary>
/// <param name="path">
/// The file. <c>{epoch}</c>, from 1, <c>{batch}</c> and the names of values such as <c>{val_loss}</c> are replaced, formatted as .NET does:
/// <c>net-{epoch:00}-{val_loss:F3}.safetensors</c>.
/// </param>
/// <param name="monitor">The value that tells the best. Default <c>val_loss</c>.</param>
public sealed partial class ModelCheckpoint(string path, string monitor = "val_loss") : Callback
{
    private MonitoredValue? _monitored;
    private int _batches;
    private int _epoch;
    private bool _pending;

    /// <summary>The value that tells the best. Default <c>val_loss</c>; see <see cref="SaveBestOnly"/>.</summary>
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

    /// <inheritdoc/>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(SaveFrequency ?? 1, 1, nameof(SaveFrequency));
        _monitored = SaveBestOnly ? new MonitoredValue(nameof(ModelCheckpoint), Monitor, Mode, 0) : null;
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

        LastPath = Resolve(batch, logs);
        _pending = !SaveWeightsOnly;
        if (SaveWeightsOnly)
        {
            AtomicFile.Write(LastPath, stream => SafetensorsWriter.Write(stream, Trainer.Info, Trainer.Parameters));
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
            AtomicFile.Write(LastPath!, stream => Checkpoint.Write(stream, Trainer, Run.State));
        }
    }

    private string Resolve(int? batch, TrainingLogs logs) => Placeholder().Replace(path, match =>
    {
        string name = match.Groups["name"].Value;
        IFormattable? value = name switch
        {
            "epoch" => _epoch + 1,
            "batch" when batch is int number => number + 1,
            _ => logs.TryGetValue(name, out double logged) ? logged : null,
        };
        return value is not null
            ? value.ToString(match.Groups["format"].Value, CultureInfo.InvariantCulture)
            : throw new ArgumentException(
                $"The path '{path}' names '{name}', which is not there; there are: {string.Join(", ", logs.Keys)}.");
    });

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<format>[^{}]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
