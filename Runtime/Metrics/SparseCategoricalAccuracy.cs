using System;

namespace StaticNets.Metrics;

/// <summary>The share of rows whose largest output is at the label.</summary>
internal sealed class SparseCategoricalAccuracy(string name, int classes) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        ReadOnlySpan<int> labels = batch.Labels;
        int hits = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            if (ArgMax.Of(outputs.Slice(row * classes, classes)) == labels[row])
            {
                hits++;
            }
        }

        Add(hits, labels.Length);
    }
}
