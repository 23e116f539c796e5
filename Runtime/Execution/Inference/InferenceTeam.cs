using System;

namespace StaticNets.Execution;

/// <summary>Predictions on threads of their own, one call at a time.</summary>
internal sealed class InferenceTeam : IPredictorTeam
{
    private readonly InferenceJob _job;
    private readonly ThreadTeam _team;
    private readonly SingleUse _use = SingleUse.Of("predictor");
    private bool _disposed;

    public InferenceTeam(InferenceEngine engine, PredictorOptions options)
    {
        _job = new InferenceJob(engine);

        // Whoever asks for threads may give any number of samples.
        double work = options.Threads == 0 ? engine.Layout.Work * engine.Layout.BlockSize : double.MaxValue;
        _team = new ThreadTeam(TeamSize.Choose(options.Threads, work));
    }

    public int Threads => _team.Count;

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(Predictor));
        _use.Enter();
        try
        {
            _job.Predict(_team, inputs, outputs);
        }
        finally
        {
            _use.Exit();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _team.Dispose();
    }
}
