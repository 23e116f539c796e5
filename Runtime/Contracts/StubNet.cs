using System;
using System.ComponentModel;

namespace StaticNets;

/// <summary>
/// The base of a stub in a C# before 11, which can't implement a net's static members: so that the only error is the one that says so. No
/// instance ever exists.
/// </summary>
/// <typeparam name="TSelf">The net's own class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StubNet<TSelf> : ITrainableNet<TSelf>
    where TSelf : class, ITrainableNet<TSelf>
{
    static NetInfo IStaticNet<TSelf>.Info => throw Failure();

    Span<float> IStaticNet<TSelf>.Parameters => throw Failure();

    void IStaticNet<TSelf>.SetParameters(ReadOnlySpan<float> parameters) => throw Failure();

    void IStaticNet<TSelf>.Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => throw Failure();

    Predictor IStaticNet<TSelf>.CreatePredictor(PredictorOptions? options) => throw Failure();

    ITrainer ITrainableNet<TSelf>.CreateTrainer(TrainerOptions? options) => throw Failure();

    float ITrainableNet<TSelf>.ComputeLoss(Batch batch, Span<float> outputs) => throw Failure();

    private static InvalidOperationException Failure() => new($"{typeof(TSelf).Name} is an invalid net.");
}
