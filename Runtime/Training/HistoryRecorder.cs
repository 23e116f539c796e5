namespace StaticNets;

/// <summary>Keeps what every epoch reported.</summary>
internal sealed class HistoryRecorder : TrainingObserver
{
    public History History { get; } = new();

    public override void OnEpochEnd(TrainingRun run, int epoch) => History.Add(epoch, run.Logs.Entries);
}
