using System;
using StaticNets.Reporting;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Sets the learning rate at the begin of each epoch. The trainer must have no schedule; for a rate that changes from step to step use one,
/// as
/// <see cref="TrainingOptions.LearningRateSchedule"/>.
/// </summary>
/// <param name="schedule">From the number of the epoch, from 0, and the learning rate before to the one of the epoch.</param>
public sealed class LearningRateScheduler(Func<int, double, double> schedule) : Callback
{
    private readonly Func<int, double, double> _schedule = schedule ?? throw new ArgumentNullException(nameof(schedule));
    private int? _lastEpoch;

    /// <summary>The learning rate as a function of the number of the epoch, from 0.</summary>
    public LearningRateScheduler(Func<int, double> schedule)
        : this(schedule is null ? null! : (epoch, _) => schedule(epoch))
    {
    }

    /// <summary>Whether it prints what it does. Default false.</summary>
    public bool Verbose { get; init; }

    internal override bool AddsValues => false;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The trainer has a schedule.</exception>
    public override void OnTrainBegin()
    {
        OwnLearningRate.Require(Trainer, nameof(LearningRateScheduler));
        _lastEpoch = null;
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        // An epoch that goes on after a restart has its learning rate already.
        if (epoch == _lastEpoch)
        {
            return;
        }

        _lastEpoch = epoch;
        Trainer.LearningRate = (float)_schedule(epoch, Trainer.LearningRate);
        if (Verbose)
        {
            string rate = ReadableNumber.Of(Trainer.LearningRate);
            Run.WriteLine(Invariant($"Epoch {epoch + 1}: LearningRateScheduler setting learning rate to {rate}."));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs) => logs["learning_rate"] = Trainer.LearningRate;

    /// <inheritdoc/>
    public override void SaveState(CallbackState state) => state.SetNumber("epoch", _lastEpoch);

    /// <inheritdoc/>
    public override void LoadState(CallbackState state) => _lastEpoch = state.GetNumber("epoch") is null ? null : state.GetCount("epoch");
}
