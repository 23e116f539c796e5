using System;

namespace StaticNets;

/// <summary>Keeps what every epoch reported, also where the fit fails later.</summary>
internal sealed class HistoryRecorder : Callback
{
    private int? _running;

    public History History { get; } = new();

    internal override bool AddsValues => false;

    public override void OnEpochBegin(int epoch) => _running = epoch;

    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        _running = null;
        History.Add(epoch, logs.Entries);
    }

    /// <summary>The fit failed: its history goes with the exception, with the epoch at whose end another callback threw it.</summary>
    public void Leave(Exception exception)
    {
        if (_running is int epoch && Run.Position.Epoch > epoch)
        {
            History.Add(epoch, Run.Logs.Entries);
        }

        History.Leave(exception);
    }
}
