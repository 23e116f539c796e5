namespace StaticNets;

/// <summary>
/// Hears what happens while a trainer is fitted. The events come in Keras' order: train begin; for each epoch its begin, the end of each batch and
/// its end, after validation; train end.
/// </summary>
internal abstract class TrainingObserver
{
    public virtual void OnTrainBegin(TrainingRun run)
    {
    }

    public virtual void OnEpochBegin(TrainingRun run, int epoch)
    {
    }

    /// <summary>After a step; the logs hold the running means of the epoch so far.</summary>
    public virtual void OnTrainBatchEnd(TrainingRun run, int batch)
    {
    }

    /// <summary>After validation; the logs hold every column of the epoch. Not called for an epoch that was cancelled.</summary>
    public virtual void OnEpochEnd(TrainingRun run, int epoch)
    {
    }

    public virtual void OnTrainEnd(TrainingRun run)
    {
    }
}

/// <summary>What observers see of a fit, and how they stop it.</summary>
internal sealed class TrainingRun(ITrainer trainer, int epochs, int steps)
{
    public ITrainer Trainer { get; } = trainer;

    /// <summary>The number at which epochs end.</summary>
    public int Epochs { get; } = epochs;

    /// <summary>Batches an epoch.</summary>
    public int Steps { get; } = steps;

    public TrainingLogs Logs { get; } = new();

    /// <summary>Set in a batch's event it ends the epoch, which is still validated; set at an epoch's end it ends training.</summary>
    public bool StopTraining { get; set; }
}
