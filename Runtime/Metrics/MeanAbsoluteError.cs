using System;

namespace StaticNets.Metrics;

/// <summary>The mean absolute difference between outputs and targets.</summary>
internal sealed class MeanAbsoluteError(string name) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            float error = outputs[i] - targets[i];
            sum += Math.Abs(error);
        }

        Add(sum, outputs.Length);
    }
}
