using System;

namespace StaticNets;

/// <summary>
/// Trains one net. It owns the optimizer's state and its threads; the weights stay the net's. Use it from one thread at a time.
/// </summary>
public interface ITrainer : IDisposable
{
    /// <summary>What is known about the net that it trains.</summary>
    NetInfo Info { get; }

    /// <summary>The largest batch that <see cref="Step"/> takes.</summary>
    int MaxBatchSize { get; }

    /// <summary>One training step: <see cref="ComputeGradients"/>, then <see cref="ApplyGradients"/>.</summary>
    /// <returns>The mean data loss of the batch at the weights before the update, without the penalty.</returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a label is out of range, or the batch is empty or too large. Nothing was written.
    /// </exception>
    float Step(Batch batch);

    /// <summary>Forward and backward pass without an update.</summary>
    /// <returns>The mean data loss of the batch, without the penalty.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Step"/>.</exception>
    float ComputeGradients(Batch batch);

    /// <summary>
    /// Updates the weights with <see cref="Gradients"/>, which are clipped in place first where clipping is asked for. With gradient
    /// accumulation it
    /// updates each time when enough of them were given.
    /// </summary>
    void ApplyGradients();

    /// <summary>
    /// Updates the weights with the mean of the gradients that wait (<see cref="AccumulatedGradients"/>), where there are any. <c>Fit</c>
    /// does it at the end of each epoch, so that none is lost.
    /// </summary>
    void ApplyAccumulatedGradients()
    {
    }

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

    /// <summary>The net's weights, to read.</summary>
    ReadOnlySpan<float> Parameters { get; }

    /// <summary>Replaces all of the net's weights at once.</summary>
    /// <exception cref="ArgumentException">The length is not the net's parameter count.</exception>
    void SetParameters(ReadOnlySpan<float> parameters);

    /// <summary>
    /// The moving average of the weights, laid out as the net's parameters; weights that are not trained have the values of now. Empty
    /// without <see cref="TrainingOptions.UseEma"/>.
    /// </summary>
    ReadOnlySpan<float> AverageParameters => default;

    /// <summary>
    /// The gradients of (mean data loss + penalty), laid out as the net's parameters; 0 where a weight is not trained. A proximal
    /// L1 penalty is not in them.
    /// </summary>
    Span<float> Gradients { get; }

    /// <summary>
    /// The outputs of the samples of the last <see cref="ComputeGradients"/>, with dropout in force; 0 for an output without a loss, which
    /// training leaves out.
    /// </summary>
    ReadOnlySpan<float> Outputs { get; }

    /// <summary>
    /// The penalty of the last <see cref="ComputeGradients"/>, times the penalty scale: that of the weights that it read, and that of its
    /// layers' outputs (<see cref="LayerAttribute.ActivityL1"/>).
    /// </summary>
    float Penalty { get; }

    /// <summary>The optimizer's learning rate: with a schedule that of the next step.</summary>
    /// <exception cref="InvalidOperationException">It is set although the trainer has a schedule.</exception>
    float LearningRate { get; set; }

    /// <summary>The schedule that the learning rate comes from; null where it is set by hand.</summary>
    LearningRateSchedule? LearningRateSchedule => null;

    /// <summary>The seed of the dropout masks.</summary>
    int Seed
    {
        get => 0;
        set => throw new NotSupportedException($"{GetType().Name} has no seed.");
    }

    /// <summary>How often <see cref="ComputeGradients"/> ran. It seeds the dropout masks.</summary>
    long Iteration { get; set; }

    /// <summary>
    /// How often the weights were updated: Adam's t. To set it sets <see cref="Steps"/>, too, as if no gradient had been left over.
    /// </summary>
    long Updates { get; set; }

    /// <summary>
    /// How often <see cref="ApplyGradients"/> was called: the step of a <see cref="LearningRateSchedule"/>. Without gradient accumulation
    /// these are the updates.
    /// </summary>
    long Steps
    {
        get => Updates;
        set => ArgumentOutOfRangeException.ThrowIfNotEqual(value, Updates);
    }

    /// <summary>How many gradients wait to be averaged: from 0 to below <see cref="TrainingOptions.GradientAccumulationSteps"/>.</summary>
    int AccumulatedGradients
    {
        get => 0;
        set => ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0);
    }

    /// <summary>
    /// How many values the trainer keeps for each trained parameter: the optimizer's, then the moving average, then
    /// the accumulated gradients.
    /// </summary>
    int SlotCount { get; }

    /// <summary>
    /// One of the trainer's slots: <see cref="NetInfo.TrainableCount"/> values, laid out as the net's parameters without
    /// those that are not trained.
    /// </summary>
    /// <param name="slot">From 0 to <see cref="SlotCount"/> - 1.</param>
    Span<float> GetSlot(int slot);
}
