using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// How an operation is run: the memory that its passes need and how samples go through it. Families of operations add what else they
/// choose.
/// </summary>
internal record OperationPlan(Operation Operation, OperationUse Use)
{
    /// <summary>What the forward pass of training leaves for the backward pass, in floats a sample.</summary>
    public IReadOnlyList<NamedBuffer> Saved { get; init; } = [];

    /// <summary>
    /// Weights in another layout, and sums over the batch: derived once a step in training, once a snapshot in inference.
    /// </summary>
    public IReadOnlyList<NamedBuffer> Derived { get; init; } = [];

    /// <summary>What every worker has of its own, and what stays from call to call.</summary>
    public IReadOnlyList<NamedBuffer> PerWorker { get; init; } = [];

    /// <summary>Floats of memory that each worker needs during a pass, whatever the number of samples.</summary>
    public long Scratch { get; init; }

    /// <summary>
    /// Whether its weights should serve many samples at a time: it then takes a worker's whole range, and no blocks of it.
    /// </summary>
    public bool TakesManySamples { get; init; }

    /// <summary>Samples that should go through it together, whatever their size, where a prediction has so many.</summary>
    public int SamplesTogether { get; init; } = 1;
}

/// <summary>What is wanted of an operation.</summary>
/// <param name="Trains">Whether it is part of training, so that a backward pass may follow; if not, it runs as in inference.</param>
/// <param name="NeedsGradients">Of each operand whether its gradient is wanted.</param>
internal sealed record OperationUse(bool Trains, IReadOnlyList<bool> NeedsGradients)
{
    public bool NeedsGradient(int operand = 0) => operand < NeedsGradients.Count && NeedsGradients[operand];
}
