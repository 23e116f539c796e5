using System;

namespace StaticNets;

/// <summary>
/// Trains one net with a loss that is the program's own: <see cref="Forward(Batch)"/> computes the outputs, the program the gradient of its
/// loss by them, <see cref="Backward(ReadOnlySpan{float})"/> that of the weights. It owns the optimizer's state and its threads; the
/// weights stay the net's. Use it from one thread at a time.
/// </summary>
public interface IGradientTrainer : IDisposable
{
    /// <summary>What is known about the net that it trains.</summary>
    NetInfo Info { get; }

    /// <summary>The largest batch that it takes.</summary>
    int MaxBatchSize { get; }

    /// <summary>
    /// The forward pass of training, with dropout in force: the outputs are in <see cref="Outputs"/>, the penalty in <see cref="Penalty"/>.
    /// A <see cref="Backward(ReadOnlySpan{float})"/> follows, or a <see cref="DiscardForward"/>.
    /// </summary>
    /// <param name="batch">
    /// <see cref="Batch.Count"/> samples of <see cref="NetInfo.InputSize"/> floats. What else a batch has is for losses and not read.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, an index is out of range, or the batch is empty or too large. Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A forward pass is waiting for its backward pass: a trainer keeps the values of one.
    /// </exception>
    void Forward(Batch batch) => throw NoForward(this);

    /// <summary>The same of inputs alone.</summary>
    /// <param name="inputs">One or more samples of <see cref="NetInfo.InputSize"/> floats.</param>
    /// <exception cref="ArgumentException">As for <see cref="Forward(Batch)"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Forward(Batch)"/>.</exception>
    void Forward(ReadOnlySpan<float> inputs) => Forward(new Batch { Count = inputs.Length / Info.InputSize, Inputs = inputs });

    /// <summary>
    /// The backward pass of the last <see cref="Forward(Batch)"/>: from the gradient of the outputs to <see cref="Gradients"/>, with the
    /// penalties in them.
    /// </summary>
    /// <param name="outputGradients">
    /// The derivative of the program's loss by each of <see cref="Outputs"/>, which are behind the last activation. A loss that is a mean
    /// over the batch has divided by its size. Nothing is read of an output without a loss where others have one: training leaves it out.
    /// </param>
    /// <exception cref="ArgumentException">The length is not that of <see cref="Outputs"/>. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">No forward pass is waiting for it.</exception>
    void Backward(ReadOnlySpan<float> outputGradients) => throw NoForward(this);

    /// <summary>The same, and the gradient of the inputs.</summary>
    /// <param name="outputGradients">The derivative of the program's loss by each of <see cref="Outputs"/>.</param>
    /// <param name="inputGradients">
    /// Receives the derivative by each input, laid out as the inputs were; an embedding adds nothing to those of its indexes. Penalties of
    /// outputs of layers (<see cref="LayerAttribute.ActivityL1"/>) are part of it.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, or the two overlap each other or what the trainer writes. Nothing was written.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// No forward pass is waiting for it, or the net is compiled without <see cref="CompileAttribute.InputGradients"/>.
    /// </exception>
    void Backward(ReadOnlySpan<float> outputGradients, Span<float> inputGradients) => throw NoForward(this);

    /// <summary>
    /// The gradient of the inputs alone, for who trains what made them: <see cref="Gradients"/> stay as they are, and what they cost is
    /// saved.
    /// </summary>
    /// <param name="outputGradients">The derivative of the program's loss by each of <see cref="Outputs"/>.</param>
    /// <param name="inputGradients">
    /// Receives the derivative by each input, as <see cref="Backward(ReadOnlySpan{float}, Span{float})"/> hands it out.
    /// </param>
    /// <exception cref="ArgumentException">As for <see cref="Backward(ReadOnlySpan{float}, Span{float})"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Backward(ReadOnlySpan{float}, Span{float})"/>.</exception>
    void BackwardToInputs(ReadOnlySpan<float> outputGradients, Span<float> inputGradients) => throw NoForward(this);

    /// <summary>Forgets a forward pass whose backward pass won't come, where there is one.</summary>
    void DiscardForward()
    {
    }

    /// <summary>
    /// Updates the weights with <see cref="Gradients"/>, which are clipped in place first where clipping is asked for. With gradient
    /// accumulation it
    /// updates each time when enough of them were given.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// A forward pass is waiting for its backward pass, which would read other weights.
    /// </exception>
    void ApplyGradients();

    /// <summary>
    /// Updates the weights with the mean of the gradients that wait (<see cref="AccumulatedGradients"/>), where there are any. <c>Fit</c>
    /// does it at the end of each epoch, so that none is lost.
    /// </summary>
    /// <exception cref="InvalidOperationException">As for <see cref="ApplyGradients"/>.</exception>
    void ApplyAccumulatedGradients()
    {
    }

    /// <summary>The net's weights, to read.</summary>
    ReadOnlySpan<float> Parameters { get; }

    /// <summary>Replaces all of the net's weights at once. A forward pass that is waiting is forgotten.</summary>
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
    /// The outputs of the samples of the last forward pass, with dropout in force; 0 for an output without a loss where others have one:
    /// training leaves it out.
    /// </summary>
    ReadOnlySpan<float> Outputs { get; }

    /// <summary>
    /// The penalty of the last forward pass, times the penalty scale: that of the weights that it read, and that of its layers' outputs
    /// (<see cref="LayerAttribute.ActivityL1"/>).
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

    /// <summary>How many forward passes ran. It seeds the dropout masks.</summary>
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

    private static NotSupportedException NoForward(IGradientTrainer trainer) =>
        new($"{trainer.GetType().Name} takes no gradients from outside.");
}
