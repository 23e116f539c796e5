using System;
using StaticNets.Execution;

namespace StaticNets;

/// <summary>
/// Hears what happens in <c>Fit</c> and may stop it. The events come in Keras' order: train begin; for each epoch its begin, the begin and
/// end of each
/// batch, the begin and end of validation, and its end; train end. One callback serves one fit at a time; it starts anew with each, unless
/// <see cref="BackupAndRestore"/> finds where an earlier one stopped: then <see cref="LoadState"/> follows on train begin, and the epoch
/// that was interrupted begins once more.
/// </summary>
public abstract class Callback
{
    private readonly SingleUse _use;
    private TrainingRun? _run;

    /// <summary>Creates a callback that takes part in no fit yet.</summary>
    protected Callback() => _use = new SingleUse(
        $"This {GetType().Name} takes part in a Fit already, or stands twice among the callbacks of one; give each its own.");

    /// <summary>The fit that it takes part in, from its begin on.</summary>
    /// <exception cref="InvalidOperationException">It has not taken part in any.</exception>
    protected TrainingRun Run => _run ?? throw new InvalidOperationException($"This {GetType().Name} takes part in no Fit yet.");

    /// <summary>The trainer that is fitted.</summary>
    /// <exception cref="InvalidOperationException">It has not taken part in any fit.</exception>
    protected ITrainer Trainer => Run.Trainer;

    /// <summary>Before the first epoch.</summary>
    public virtual void OnTrainBegin()
    {
    }

    /// <summary>After the last epoch, also where training was stopped or cancelled, but not where it failed.</summary>
    /// <param name="logs">The values of the last epoch.</param>
    public virtual void OnTrainEnd(TrainingLogs logs)
    {
    }

    /// <summary>Before the first batch of an epoch.</summary>
    /// <param name="epoch">Its number, from 0.</param>
    public virtual void OnEpochBegin(int epoch)
    {
    }

    /// <summary>After an epoch and its validation. Not called for an epoch that was cancelled.</summary>
    /// <param name="epoch">Its number, from 0.</param>
    /// <param name="logs">All of its values. What is added here is seen by the callbacks behind and kept in <see cref="History"/>.</param>
    public virtual void OnEpochEnd(int epoch, TrainingLogs logs)
    {
    }

    /// <summary>Before a step.</summary>
    /// <param name="batch">The number of the batch in its epoch, from 0.</param>
    public virtual void OnTrainBatchBegin(int batch)
    {
    }

    /// <summary>After a step.</summary>
    /// <param name="batch">The number of the batch in its epoch, from 0.</param>
    /// <param name="logs">The means of the epoch so far.</param>
    public virtual void OnTrainBatchEnd(int batch, TrainingLogs logs)
    {
    }

    /// <summary>Before validation.</summary>
    public virtual void OnTestBegin()
    {
    }

    /// <summary>After validation.</summary>
    /// <param name="logs">The values of the epoch, those of validation included.</param>
    public virtual void OnTestEnd(TrainingLogs logs)
    {
    }

    /// <summary>
    /// Puts what this callback must know to go on into a checkpoint. Called between two batches or two epochs, when all callbacks have
    /// heard of the last event. Override it, and <see cref="LoadState"/>, where decisions depend on what came before.
    /// </summary>
    /// <param name="state">Receives the values.</param>
    public virtual void SaveState(CallbackState state)
    {
    }

    /// <summary>
    /// Takes up what <see cref="SaveState"/> put into a checkpoint; called after <see cref="OnTrainBegin"/> in a fit that goes on.
    /// </summary>
    /// <param name="state">The values.</param>
    public virtual void LoadState(CallbackState state)
    {
    }

    /// <summary>
    /// Whether it may add values to the logs. As long as one does, it is known only at the end of the first epoch which there are.
    /// </summary>
    internal virtual bool AddsValues => true;

    /// <exception cref="InvalidOperationException">It takes part in a fit already.</exception>
    internal void Attach(TrainingRun run)
    {
        _use.Enter();
        _run = run;
    }

    internal void Detach()
    {
        try
        {
            Release();
        }
        finally
        {
            _use.Exit();
        }
    }

    /// <summary>All callbacks have heard of the begin of training; here a fit goes on that was interrupted.</summary>
    internal virtual void Restore()
    {
    }

    /// <summary>All callbacks have heard of the batch's end. A checkpoint that is written now holds the state of each.</summary>
    internal virtual void AfterTrainBatch()
    {
    }

    /// <summary>All callbacks have heard of the epoch's end.</summary>
    internal virtual void AfterEpoch()
    {
    }

    /// <summary>The fit was cancelled; called before the weights are replaced by their average and before its end.</summary>
    internal virtual void OnCancel()
    {
    }

    /// <summary>Lets go of what was taken for this fit. Called at its end, even where it failed.</summary>
    internal virtual void Release()
    {
    }
}
