using System;
using static System.FormattableString;

namespace StaticNets;

/// <summary>Stops training when a value has not got better for some epochs.</summary>
/// <param name="monitor">The value that is watched. Default <c>val_loss</c>.</param>
public sealed class EarlyStopping(string monitor = "val_loss") : Callback
{
    private MonitoredValue? _monitored;
    private float[]? _bestParameters;
    private double? _best;
    private int _wait;
    private int _bestEpoch;

    /// <summary>The value that is watched. Default <c>val_loss</c>.</summary>
    public string Monitor { get; init; } = monitor;

    /// <summary>What a value must get better by to count. Default 0.</summary>
    public double MinDelta { get; init; }

    /// <summary>How many epochs without an improvement are waited through; 0 (default) stops at the first one.</summary>
    public int Patience { get; init; }

    /// <summary>In which direction the value gets better. Default: by its name.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>A value that must be beaten before waiting starts over. Default: none.</summary>
    public double? Baseline { get; init; }

    /// <summary>Whether the weights of the best epoch come back when training ends, stopped early or not. Default false.</summary>
    public bool RestoreBestWeights { get; init; }

    /// <summary>The number of epochs that are not looked at. Default 0.</summary>
    public int StartFromEpoch { get; init; }

    /// <summary>Whether it prints what it does. Default false.</summary>
    public bool Verbose { get; init; }

    /// <summary>The number of the epoch that was stopped after, from 0; null where none was.</summary>
    public int? StoppedEpoch { get; private set; }

    internal override bool AddsValues => false;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A setting is out of range, or the fit does not report the value.</exception>
    public override void OnTrainBegin()
    {
        MonitoredValue.CheckReference(nameof(EarlyStopping), nameof(Baseline), Baseline);
        _monitored = new MonitoredValue(nameof(EarlyStopping), Monitor, Mode, MinDelta);
        _monitored.Require(Run, inEpoch: false);
        _bestParameters = null;
        _best = null;
        _wait = 0;
        _bestEpoch = 0;
        StoppedEpoch = null;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        if (!_monitored!.TryGet(Run, logs, out double current) || epoch < StartFromEpoch)
        {
            return;
        }

        if (_bestParameters is null)
        {
            Keep(epoch);
        }

        _wait++;
        if (_monitored.IsImprovement(current, _best))
        {
            _best = current;
            Keep(epoch);
            if (Baseline is null || _monitored.IsImprovement(current, Baseline))
            {
                _wait = 0;
            }
        }
        else if (_wait >= Patience && epoch > 0)
        {
            StoppedEpoch = epoch;
            Run.StopTraining = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingLogs logs)
    {
        if (StoppedEpoch is int stopped && Verbose)
        {
            Run.WriteLine(Invariant($"Epoch {stopped + 1}: early stopping"));
        }

        if (RestoreBestWeights && _bestParameters is not null)
        {
            Trainer.SetParameters(_bestParameters);
            if (Verbose)
            {
                Run.WriteLine(Invariant($"Restoring model weights from the end of the best epoch: {_bestEpoch + 1}."));
            }
        }
    }

    /// <inheritdoc/>
    public override void SaveState(CallbackState state)
    {
        state.SetNumber("best", _best);
        state.SetNumber("wait", _wait);
        state.SetNumber("best_epoch", _bestEpoch);
        state.SetNumber("stopped_epoch", StoppedEpoch);
        state.SetArray("best_parameters", _bestParameters);
    }

    /// <inheritdoc/>
    public override void LoadState(CallbackState state)
    {
        _best = state.GetNumber("best");
        _wait = state.GetCount("wait");
        _bestEpoch = state.GetCount("best_epoch");
        StoppedEpoch = state.GetNumber("stopped_epoch") is null ? null : state.GetCount("stopped_epoch");
        _bestParameters = RestoreBestWeights ? state.GetArray("best_parameters") : null;
    }

    private void Keep(int epoch)
    {
        _bestEpoch = epoch;
        if (RestoreBestWeights)
        {
            _bestParameters ??= new float[Trainer.Parameters.Length];
            Trainer.Parameters.CopyTo(_bestParameters);
        }
    }
}
