namespace StaticNets;

/// <summary>Keeps what every epoch reported.</summary>
internal sealed class HistoryRecorder : Callback
{
    public History History { get; } = new();

    public override void OnEpochEnd(int epoch, TrainingLogs logs) => History.Add(epoch, logs.Entries);
}
