using System;

namespace StaticNets;

/// <summary>A callback made of functions; those that are null do nothing. See <see cref="Callback"/> for when each is called.</summary>
/// <param name="onEpochBegin">Takes the number of the epoch, from 0.</param>
/// <param name="onEpochEnd">Takes the number of the epoch and its values.</param>
/// <param name="onTrainBatchBegin">Takes the number of the batch in its epoch, from 0.</param>
/// <param name="onTrainBatchEnd">Takes the number of the batch and the means of the epoch so far.</param>
/// <param name="onTrainBegin">Takes the fit.</param>
/// <param name="onTrainEnd">Takes the values of the last epoch.</param>
public sealed class LambdaCallback(
    Action<int>? onEpochBegin = null,
    Action<int, TrainingLogs>? onEpochEnd = null,
    Action<int>? onTrainBatchBegin = null,
    Action<int, TrainingLogs>? onTrainBatchEnd = null,
    Action<TrainingRun>? onTrainBegin = null,
    Action<TrainingLogs>? onTrainEnd = null) : Callback
{
    internal override bool AddsValues => onEpochEnd is not null || onTrainBatchEnd is not null;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => onEpochBegin?.Invoke(epoch);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs) => onEpochEnd?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch) => onTrainBatchBegin?.Invoke(batch);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, TrainingLogs logs) => onTrainBatchEnd?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTrainBegin() => onTrainBegin?.Invoke(Run);

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingLogs logs) => onTrainEnd?.Invoke(logs);
}
