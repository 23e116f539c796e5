using System;

namespace StaticNets;

/// <summary>
/// Trains one net with the loss that it is compiled with, or with one of the program's own. Use it from one thread at a time.
/// </summary>
public interface ITrainer : IGradientTrainer
{
    /// <summary>
    /// One training step: <see cref="ComputeGradients"/>, then <see cref="IGradientTrainer.ApplyGradients"/>.
    /// </summary>
    /// <returns>The mean data loss of the batch at the weights before the update, without the penalty.</returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a label is out of range, or the batch is empty or too large. Nothing was written.
    /// </exception>
    float Step(Batch batch);

    /// <summary>
    /// Forward and backward pass without an update. A <see cref="IGradientTrainer.Forward(Batch)"/> that is waiting is forgotten.
    /// </summary>
    /// <returns>The mean data loss of the batch, without the penalty.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Step"/>.</exception>
    float ComputeGradients(Batch batch);

    /// <summary>The inference forward pass on the trainer's threads: no dropout, no gradients.</summary>
    /// <param name="batch">Any number of samples.</param>
    /// <param name="outputs">Receives <c>Count * OutputSize</c> outputs.</param>
    /// <returns>The mean data loss, without the penalty.</returns>
    float ComputeLoss(Batch batch, Span<float> outputs);

    /// <summary>The inference forward pass on the trainer's threads, with the loss of each output.</summary>
    /// <param name="batch">Any number of samples.</param>
    /// <param name="outputs">Receives <c>Count * OutputSize</c> outputs.</param>
    /// <param name="outputLosses">Receives the mean data loss of each of <see cref="NetInfo.Outputs"/>, before its weight.</param>
    /// <returns>The mean data loss: the weighted sum of these, without the penalty.</returns>
    /// <exception cref="ArgumentException">A length does not fit or a label is out of range.</exception>
    float ComputeLoss(Batch batch, Span<float> outputs, Span<float> outputLosses) =>
        OneOutput.LossOf(ComputeLoss(batch, outputs), Info, outputLosses);

    /// <summary>
    /// The mean data loss of each of <see cref="NetInfo.Outputs"/> in the last <see cref="ComputeGradients"/>, before its weight. Trainers
    /// of nets with one output may leave it empty.
    /// </summary>
    ReadOnlySpan<float> OutputLosses => default;
}
