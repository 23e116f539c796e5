using System;

namespace StaticNets.Metrics;

/// <summary>The mean squared difference between outputs and targets.</summary>
internal sealed class MeanSquaredError(string name) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            float error = outputs[i] - targets[i];
            sum += (double)error * error;
        }

        Add(sum, outputs.Length);
    }
}
