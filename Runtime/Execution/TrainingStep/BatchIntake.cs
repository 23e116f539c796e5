using System;

namespace StaticNets.Execution;

/// <summary>Takes a training step's batch into the trainer's memory.</summary>
/// <remarks>
/// Labels and indexes are checked again as copied: what the caller's other threads write meanwhile must not become an index.
/// </remarks>
internal sealed unsafe class BatchIntake(TrainingMemory memory, NetInfo info, int maxCount)
{
    private float* _inputs;

    /// <exception cref="ArgumentException">The batch does not fit.</exception>
    public void Check(Batch batch)
    {
        StaticNets.Check.Batch(batch, info, maxCount);

        // Labels and targets are copied before anything is written, inputs and weights are read while it is.
        ReadOnlySpan<float> outputs = memory.OutputBuffer.Span;
        RefuseOwnInputs(batch);
        Overlap.RefuseOwn(batch.SampleWeights, "sampleWeights", outputs, nameof(ITrainer.Outputs));
        Overlap.RefuseOwn(batch.SampleWeights, "sampleWeights", memory.GradientSpan, nameof(ITrainer.Gradients));
        Overlap.RefuseOwn(batch.OutputWeights, "outputWeights", outputs, nameof(ITrainer.Outputs));
        Overlap.RefuseOwn(batch.OutputWeights, "outputWeights", memory.GradientSpan, nameof(ITrainer.Gradients));
    }

    /// <summary>The same of a batch whose inputs alone are read.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit.</exception>
    public void CheckInputs(Batch batch)
    {
        StaticNets.Check.Inputs(batch, info, maxCount);
        RefuseOwnInputs(batch);
    }

    /// <summary>Takes labels, targets and weights, and where the inputs are, which must not move while they are taken.</summary>
    public void Take(Batch batch, float* inputs)
    {
        _inputs = inputs;
        batch.Labels.CopyTo(memory.LabelArray);
        StaticNets.Check.Labels(memory.LabelArray.AsSpan(0, batch.Labels.Length), info);
        memory.Count = batch.Count;
        batch.Targets.CopyTo(memory.TargetSpan);
        float mean = 1f / batch.Count;
        int outputs = info.Outputs.Count;
        for (int output = 0; output < outputs; output++)
        {
            Span<float> scales = memory.ScaleSpan(output)[..batch.Count];
            for (int n = 0; n < scales.Length; n++)
            {
                float scale = batch.SampleWeights.IsEmpty ? mean : batch.SampleWeights[n] * mean;
                scales[n] = batch.OutputWeights.IsEmpty ? scale : batch.OutputWeights[(n * outputs) + output] * scale;
            }
        }
    }

    /// <summary>Takes the inputs of the samples first to below last.</summary>
    public void TakeInputs(int first, int last)
    {
        int size = info.InputSize;
        new ReadOnlySpan<float>(_inputs + ((long)first * size), (last - first) * size).CopyTo(memory.InputSpan[(first * size)..]);
        StaticNets.Check.Indexes(memory.InputSpan[(first * size)..(last * size)], info, first);
    }

    private void RefuseOwnInputs(Batch batch)
    {
        Overlap.RefuseOwn(batch.Inputs, "inputs", memory.OutputBuffer.Span, nameof(ITrainer.Outputs));
        Overlap.RefuseOwn(batch.Inputs, "inputs", memory.GradientSpan, nameof(ITrainer.Gradients));
    }
}
