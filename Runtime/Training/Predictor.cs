using System;
using StaticNets.Execution;

namespace StaticNets;

/// <summary>Runs a net on threads of its own. Use it from one thread at a time; the net itself may be used beside it.</summary>
public sealed class Predictor : IDisposable
{
    private readonly InferenceJob _job;
    private readonly ThreadTeam _team;
    private readonly SingleUse _use = SingleUse.Of("predictor");
    private bool _disposed;

    /// <summary>Starts the threads. Nets create their predictors with <c>CreatePredictor</c>.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public Predictor(InferenceEngine engine, PredictorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(engine);
        options ??= new PredictorOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        _job = new InferenceJob(engine);

        // Whoever asks for threads may give any number of samples.
        double work = options.Threads == 0 ? engine.Layout.Work * engine.Layout.BlockSize : double.MaxValue;
        _team = new ThreadTeam(TeamSize.Choose(options.Threads, work));
    }

    /// <summary>The number of threads, the caller's included.</summary>
    public int Threads => _team.Count;

    /// <summary>Runs the net over any number of samples.</summary>
    /// <param name="inputs">The samples, one after the other.</param>
    /// <param name="outputs">
    /// Receives the outputs of each. Where a sample has as many as inputs it may be the same span as the inputs, else they must not
    /// overlap.
    /// </param>
    /// <exception cref="ArgumentException">A length does not fit, or inputs and outputs overlap.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    /// <exception cref="InvalidOperationException">Another call is under way.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
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

    /// <summary>Stops the threads.</summary>
    public void Dispose()
    {
        _disposed = true;
        _team.Dispose();
    }
}
