using System;

namespace StaticNets.Execution;

/// <summary>
/// The penalties of a step: what is computed beside the passes over the layers, and their sum. The gradients of L1 and L2 are part of those
/// passes.
/// </summary>
internal sealed class TrainingPenalties
{
    private readonly TrainingMemory _memory;
    private readonly PenaltySum _weights;
    private readonly OrthogonalPenalty _orthogonal;
    private readonly ActivityPenaltySum _activities;

    public TrainingPenalties(NetInfo info, TrainingMemory memory, TrainingLayout layout, int workers)
    {
        _memory = memory;
        _weights = new PenaltySum(info.Tensors);
        _orthogonal = new OrthogonalPenalty(info.Tensors, workers);
        _activities = new ActivityPenaltySum(memory, layout.ActivityPenalties);
    }

    /// <summary>Whether <see cref="ReadWeights"/> has work.</summary>
    public bool ReadsWeights => !_weights.IsEmpty || !_orthogonal.IsEmpty;

    /// <summary>Whether <see cref="AddGradients"/> has work.</summary>
    public bool AddsGradients => !_orthogonal.IsEmpty;

    /// <summary>The penalty at the weights that were read and the outputs of the batch, times the scale.</summary>
    public float Value => (float)(_weights.Total + _orthogonal.Total + _activities.Mean) * _memory.PenaltyScale;

    /// <summary>At a step's begin: one worker's share of the weights.</summary>
    public void ReadWeights(ReadOnlySpan<float> parameters, int worker, int workers)
    {
        _weights.Compute(parameters, worker, workers);
        _orthogonal.Normalize(parameters, worker, workers);
    }

    /// <summary>Computes what the weights alone decide, when all have been read: one worker's share.</summary>
    public void ComputeGradients(int worker, int workers) => _orthogonal.Compute(worker, workers);

    /// <summary>Adds it when the data's gradients are there: one worker's share.</summary>
    public void AddGradients(int worker, int workers) =>
        _orthogonal.AddGradients(_memory.GradientSpan, _memory.PenaltyScale, worker, workers);
}
