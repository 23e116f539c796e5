using System;
using System.ComponentModel;
using StaticNets.Execution;

namespace StaticNets;

/// <summary>Runs a net on threads of its own. Use it from one thread at a time; the net itself may be used beside it.</summary>
public sealed class Predictor : IDisposable
{
    private readonly IPredictorTeam _team;

    /// <summary>Starts the threads. Nets create their predictors with <c>CreatePredictor</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Predictor(IPredictorSource engine, PredictorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(engine);
        options ??= new PredictorOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        _team = engine.CreateTeam(options);
    }

    /// <summary>The number of threads, the caller's included.</summary>
    public int Threads => _team.Threads;

    /// <summary>Runs the net over any number of samples.</summary>
    /// <param name="inputs">The samples, one after the other.</param>
    /// <param name="outputs">
    /// Receives the outputs of each. Where a sample has as many as inputs it may be the same span as the inputs, else they must not
    /// overlap.
    /// </param>
    /// <exception cref="ArgumentException">A length does not fit, or inputs and outputs overlap.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    /// <exception cref="InvalidOperationException">Another call is under way.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => _team.Predict(inputs, outputs);

    /// <summary>Stops the threads.</summary>
    public void Dispose() => _team.Dispose();
}
