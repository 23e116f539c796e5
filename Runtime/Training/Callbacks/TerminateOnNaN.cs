using static System.FormattableString;

namespace StaticNets;

/// <summary>Stops training after a batch that leaves the loss NaN or infinite.</summary>
public sealed class TerminateOnNaN : Callback
{
    internal override bool AddsValues => false;

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
    {
        if (logs.TryGetValue("loss", out double loss) && !double.IsFinite(loss))
        {
            Run.WriteLine(Invariant($"Batch {batch}: Invalid loss, terminating training"));
            Run.StopTraining = true;
        }
    }
}
