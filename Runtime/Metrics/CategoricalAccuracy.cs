using System;

namespace StaticNets.Metrics;

/// <summary>The share of rows whose largest output is where the largest target is.</summary>
internal sealed class CategoricalAccuracy(string name, int classes) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        int rows = outputs.Length / classes;
        int hits = 0;
        for (int row = 0; row < rows; row++)
        {
            if (ArgMax.Of(outputs.Slice(row * classes, classes)) == ArgMax.Of(batch.Targets.Slice(row * classes, classes)))
            {
                hits++;
            }
        }

        Add(hits, rows);
    }
}
