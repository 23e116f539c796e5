using System;

namespace StaticNets.Metrics;

/// <summary>
/// The mean of <c>max(1 - t y, 0)</c>, or of its square. As in Keras, targets of a batch that are all 0 or 1 count as -1 and 1.
/// </summary>
internal sealed class Hinge(string name, bool squared) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        bool binary = targets.IndexOfAnyExcept(0f, 1f) < 0;
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double target = binary ? (2 * targets[i]) - 1 : targets[i];
            double term = Math.Max(1 - (target * outputs[i]), 0);
            sum += squared ? term * term : term;
        }

        Add(sum, outputs.Length);
    }
}
