using System;
using StaticNets.Reporting;
using static System.FormattableString;

namespace StaticNets;

/// <summary>Lowers the learning rate when a value has not got better for some epochs. The trainer must have no schedule.</summary>
/// <param name="monitor">The value that is watched. Default <c>val_loss</c>.</param>
public sealed class ReduceLROnPlateau(string monitor = "val_loss") : Callback
{
    private MonitoredValue? _monitored;
    private double? _best;
    private int _wait;
    private int _cooldown;

    /// <summary>The value that is watched. Default <c>val_loss</c>.</summary>
    public string Monitor { get; init; } = monitor;

    /// <summary>What the learning rate is multiplied by, below 1. Default 0.1.</summary>
    public double Factor { get; init; } = 0.1;

    /// <summary>How many epochs without an improvement are waited through. Default 10.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>In which direction the value gets better. Default: by its name.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>What a value must get better by to count. Default 0.0001.</summary>
    public double MinDelta { get; init; } = 1e-4;

    /// <summary>How many epochs are left alone after the learning rate was lowered. Default 0.</summary>
    public int Cooldown { get; init; }

    /// <summary>The learning rate is not lowered below this. Default 0.</summary>
    public double MinLearningRate { get; init; }

    /// <summary>Whether it prints what it does. Default false.</summary>
    public bool Verbose { get; init; }

    internal override bool AddsValues => false;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A setting is out of range, or the fit does not report the value.</exception>
    /// <exception cref="InvalidOperationException">The trainer has a schedule.</exception>
    public override void OnTrainBegin()
    {
        OwnLearningRate.Require(Trainer, nameof(ReduceLROnPlateau));
        if (!(Factor < 1 && Factor >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Factor), Factor, "ReduceLROnPlateau needs a factor from 0 to below 1.");
        }

        if (!(MinLearningRate >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(MinLearningRate), MinLearningRate, "The least learning rate can't be negative.");
        }

        _monitored = new MonitoredValue(nameof(ReduceLROnPlateau), Monitor, Mode, MinDelta);
        _monitored.Require(Run, inEpoch: false);
        _best = null;
        _wait = 0;
        _cooldown = 0;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        logs["learning_rate"] = Trainer.LearningRate;
        if (!_monitored!.TryGet(Run, logs, out double current))
        {
            return;
        }

        if (_cooldown > 0)
        {
            _cooldown--;
            _wait = 0;
        }

        if (_monitored.IsImprovement(current, _best))
        {
            _best = current;
            _wait = 0;
        }
        else if (_cooldown == 0 && ++_wait >= Patience && Trainer.LearningRate > (float)MinLearningRate)
        {
            Reduce(epoch);
        }
    }

    /// <inheritdoc/>
    public override void SaveState(CallbackState state)
    {
        state.SetNumber("best", _best);
        state.SetNumber("wait", _wait);
        state.SetNumber("cooldown", _cooldown);
    }

    /// <inheritdoc/>
    public override void LoadState(CallbackState state)
    {
        _best = state.GetNumber("best");
        _wait = state.GetCount("wait");
        _cooldown = state.GetCount("cooldown");
    }

    private void Reduce(int epoch)
    {
        Trainer.LearningRate = (float)Math.Max(Trainer.LearningRate * Factor, MinLearningRate);
        _cooldown = Cooldown;
        _wait = 0;
        if (Verbose)
        {
            string rate = ReadableNumber.Of(Trainer.LearningRate);
            Run.WriteLine(Invariant($"Epoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {rate}."));
        }
    }
}
