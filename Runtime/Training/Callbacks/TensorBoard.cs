using System;
using System.IO;
using StaticNets.Reporting;

namespace StaticNets;

/// <summary>
/// Writes event files for TensorBoard: the values of each epoch as <c>epoch_loss</c> and so on, those of validation in a directory of their
/// own, and
/// histograms of the weights when asked for.
/// </summary>
/// <param name="logDirectory">Where <c>train</c> and <c>validation</c> are made. Default <c>logs</c>.</param>
public sealed class TensorBoard(string logDirectory = "logs") : Callback
{
    private const string Validation = "val_";

    private EventFile? _train;
    private EventFile? _validation;
    private long _steps;

    /// <summary>Where <c>train</c> and <c>validation</c> are made. Default <c>logs</c>.</summary>
    public string LogDirectory { get; init; } = logDirectory;

    /// <summary>After each so many epochs the weights are written as histograms. Default 0: never.</summary>
    public int HistogramFrequency { get; init; }

    /// <summary>
    /// After each so many batches the means of the epoch so far are written as <c>batch_loss</c> and so on. Default: never.
    /// </summary>
    public int? UpdateFrequency { get; init; }

    /// <summary>The clock of the events. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal override bool AddsValues => false;

    /// <inheritdoc/>
    /// <exception cref="IOException">A file can't be written.</exception>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(LogDirectory);
        ArgumentOutOfRangeException.ThrowIfNegative(HistogramFrequency);
        ArgumentOutOfRangeException.ThrowIfLessThan(UpdateFrequency ?? 1, 1, nameof(UpdateFrequency));
        _train = new EventFile(Path.Combine(LogDirectory, "train"), TimeProvider);
        _validation = Run.Validates ? CreateValidationFile() : null;
        _steps = 0;
    }

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
    {
        _steps++;
        if (UpdateFrequency is not int frequency || _steps % frequency != 0)
        {
            return;
        }

        foreach (LogEntry entry in logs.Entries)
        {
            _train!.WriteScalar("batch_" + entry.Name, entry.Value, _steps);
        }

        _train!.Flush();
    }

    /// <inheritdoc/>
    public override void OnTestEnd(TrainingLogs logs)
    {
        foreach (LogEntry entry in logs.Entries)
        {
            if (IsValidation(entry))
            {
                ValidationFile().WriteScalar($"evaluation_{entry.Name[Validation.Length..]}_vs_iterations", entry.Value, Trainer.Iteration);
            }
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        foreach (LogEntry entry in logs.Entries)
        {
            if (IsValidation(entry))
            {
                ValidationFile().WriteScalar("epoch_" + entry.Name[Validation.Length..], entry.Value, epoch);
            }
            else
            {
                _train!.WriteScalar("epoch_" + entry.Name, entry.Value, epoch);
            }
        }

        if (HistogramFrequency > 0 && epoch % HistogramFrequency == 0)
        {
            foreach (TensorInfo tensor in Trainer.Info.Tensors)
            {
                _train!.WriteHistogram(tensor.Name + "/histogram", Trainer.Parameters.Slice(tensor.Offset, tensor.Length), epoch);
            }
        }

        _train!.Flush();
        _validation?.Flush();
    }

    /// <inheritdoc/>
    public override void SaveState(CallbackState state) => state.SetNumber("steps", _steps);

    /// <inheritdoc/>
    public override void LoadState(CallbackState state) => _steps = (long)Math.Clamp(state.GetNumber("steps") ?? 0, 0, StepCount.Most);

    internal override void Release()
    {
        _train?.Dispose();
        _validation?.Dispose();
        (_train, _validation) = (null, null);
    }

    private static bool IsValidation(LogEntry entry) => entry.Name.StartsWith(Validation, StringComparison.Ordinal);

    // Callbacks may add values of a validation of their own.
    private EventFile ValidationFile() => _validation ??= CreateValidationFile();

    private EventFile CreateValidationFile() => new(Path.Combine(LogDirectory, "validation"), TimeProvider);
}
