using System;

namespace StaticNets;

/// <summary>A net that predicts. The source generator implements it on every <see cref="StaticNetAttribute"/> class.</summary>
/// <typeparam name="TSelf">The net's own class.</typeparam>
public interface IStaticNet<TSelf>
    where TSelf : class, IStaticNet<TSelf>
{
    /// <summary>
    /// What is known about the net at compile time: its sizes, the names and shapes of its weights, its loss and metrics.
    /// </summary>
    static abstract NetInfo Info { get; }

    /// <summary>Creates a net of this class, for code that knows the class only as a type parameter. Emitted nets have it.</summary>
    /// <param name="seed">The seed of the random weights.</param>
    /// <exception cref="NotSupportedException">The class was written by hand and has none.</exception>
    static virtual TSelf Create(int seed) => throw new NotSupportedException($"{typeof(TSelf).Name} has no Create.");

    /// <summary>
    /// All weights in one block, layer by layer, in Keras' order and layout. Writing through a span kept from before the last
    /// prediction is undefined.
    /// </summary>
    Span<float> Parameters { get; }

    /// <summary>Replaces all weights at once; a prediction on another thread sees all of the old or all of the new ones.</summary>
    /// <param name="parameters">As many floats as the net has parameters.</param>
    void SetParameters(ReadOnlySpan<float> parameters);

    /// <summary>Runs the net on the caller's thread. Safe from many threads at once; allocates nothing after the first calls.</summary>
    /// <param name="inputs">Any number of samples, one after the other.</param>
    /// <param name="outputs">
    /// Receives the outputs of each. Where a sample has as many as inputs it may be the same span as the inputs, else they must not
    /// overlap.
    /// </param>
    /// <exception cref="ArgumentException">A length does not fit, or inputs and outputs overlap.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Creates a predictor with threads of its own.</summary>
    Predictor CreatePredictor(PredictorOptions? options = null);
}

/// <summary>A net with a loss and an optimizer. The source generator implements it where <see cref="CompileAttribute"/> stands.</summary>
/// <typeparam name="TSelf">The net's own class.</typeparam>
public interface ITrainableNet<TSelf> : IStaticNet<TSelf>
    where TSelf : class, ITrainableNet<TSelf>
{
    /// <summary>Creates a trainer of this net's weights.</summary>
    ITrainer CreateTrainer(TrainerOptions? options = null);

    /// <summary>
    /// The inference forward pass and the loss, computed from the logits where the last activation is fused with the loss.
    /// </summary>
    /// <param name="batch">Any number of samples with their labels or targets.</param>
    /// <param name="outputs">
    /// Receives <c>Count * OutputSize</c> outputs. It may be the same span as inputs or targets of that size, but must not overlap the
    /// batch in another way.
    /// </param>
    /// <returns>The mean data loss, without the penalty.</returns>
    /// <exception cref="ArgumentException">A length does not fit, a label is out of range, or spans overlap.</exception>
    float ComputeLoss(Batch batch, Span<float> outputs);

    /// <summary>The inference forward pass with the loss of each output.</summary>
    /// <param name="batch">Any number of samples with their labels or targets.</param>
    /// <param name="outputs">Receives <c>Count * OutputSize</c> outputs.</param>
    /// <param name="outputLosses">Receives the mean data loss of each of <see cref="NetInfo.Outputs"/>, before its weight.</param>
    /// <returns>The mean data loss: the weighted sum of these, without the penalty.</returns>
    /// <exception cref="ArgumentException">A length does not fit, a label is out of range, or spans overlap.</exception>
    float ComputeLoss(Batch batch, Span<float> outputs, Span<float> outputLosses) =>
        OneOutput.LossOf(ComputeLoss(batch, outputs), TSelf.Info, outputLosses);
}
