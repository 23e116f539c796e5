using System;
using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>What predictors are made from: the engine of a net.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPredictorSource
{
    /// <summary>Starts the threads of a predictor.</summary>
    internal IPredictorTeam CreateTeam(PredictorOptions options);
}

/// <summary>The threads of a predictor.</summary>
internal interface IPredictorTeam : IDisposable
{
    /// <summary>The number of threads, the caller's included.</summary>
    int Threads { get; }

    /// <inheritdoc cref="Predictor.Predict"/>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);
}
