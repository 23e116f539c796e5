using System;

namespace StaticNets.Metrics;

/// <summary>The number of outputs that are above 0.5, or not, and should be, or not.</summary>
internal sealed class OutcomeCount(string name, int classes, bool predicted, bool wanted) : MetricAccumulator(name)
{
    public override double Result => State[0];

    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, classes);
        int count = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            if ((outputs[i] > 0.5f) == predicted && (truth.Target(i / classes, i % classes) != 0) == wanted)
            {
                count++;
            }
        }

        Add(count, outputs.Length);
    }
}
