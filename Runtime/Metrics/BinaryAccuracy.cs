using System;

namespace StaticNets.Metrics;

/// <summary>The share of outputs that are on the side of 0.5 where the target is. An output of 0.5 counts as 0.</summary>
internal sealed class BinaryAccuracy(string name) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        int hits = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            if (targets[i] == (outputs[i] > 0.5f ? 1 : 0))
            {
                hits++;
            }
        }

        Add(hits, outputs.Length);
    }
}
