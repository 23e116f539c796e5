using System;

namespace StaticNets;

/// <summary>Trains one net. It owns the optimizer's state and its threads; the weights stay the net's. Use it from one thread at a time.</summary>
public interface ITrainer : IDisposable
{
    /// <summary>What is known about the net that it trains.</summary>
    NetInfo Info { get; }

    /// <summary>The largest batch that <see cref="Step"/> takes.</summary>
    int MaxBatchSize { get; }

    /// <summary>One training step: <see cref="ComputeGradients"/>, then <see cref="ApplyGradients"/>.</summary>
    /// <returns>The mean data loss of the batch at the weights before the update, without the penalty.</returns>
    /// <exception cref="ArgumentException">A length does not fit, a label is out of range, or the batch is empty or too large. Nothing was written.</exception>
    float Step(Batch batch);

    /// <summary>Forward and backward pass without an update.</summary>
    /// <returns>The mean data loss of the batch, without the penalty.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Step"/>.</exception>
    float ComputeGradients(Batch batch);

    /// <summary>Updates the weights with <see cref="Gradients"/>.</summary>
    void ApplyGradients();

    /// <summary>The inference forward pass on the trainer's threads: no dropout, no gradients.</summary>
    /// <param name="batch">Any number of samples.</param>
    /// <param name="outputs">Receives <c>Count * OutputSize</c> outputs.</param>
    /// <returns>The mean data loss, without the penalty.</returns>
    float ComputeLoss(Batch batch, Span<float> outputs);

    /// <summary>The gradients of (mean data loss + penalty), laid out as the net's parameters.</summary>
    Span<float> Gradients { get; }

    /// <summary>The outputs of the samples of the last <see cref="ComputeGradients"/>, with dropout in force.</summary>
    ReadOnlySpan<float> Outputs { get; }

    /// <summary>The L1/L2 sum at the weights that the last <see cref="ComputeGradients"/> read, times the penalty scale.</summary>
    float Penalty { get; }

    /// <summary>The optimizer's learning rate.</summary>
    float LearningRate { get; set; }

    /// <summary>How often <see cref="ComputeGradients"/> ran. It seeds the dropout masks.</summary>
    long Iteration { get; set; }

    /// <summary>How often <see cref="ApplyGradients"/> ran: Adam's t.</summary>
    long Updates { get; set; }

    /// <summary>How many values the optimizer keeps for each parameter.</summary>
    int SlotCount { get; }

    /// <summary>One of the optimizer's slots, laid out as the net's parameters.</summary>
    /// <param name="slot">From 0 to <see cref="SlotCount"/> - 1.</param>
    Span<float> GetSlot(int slot);
}
