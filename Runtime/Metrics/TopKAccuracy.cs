using System;

namespace StaticNets.Metrics;

/// <summary>The share of rows where fewer than 5 outputs are larger than that of the right class. Ties are for the right class.</summary>
internal sealed class TopKAccuracy(string name, int classes) : MetricAccumulator(name)
{
    private const int K = 5;

    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, classes);
        int rows = outputs.Length / classes;
        int hits = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> y = outputs.Slice(row * classes, classes);
            float right = y[truth.Class(row)];
            int larger = 0;
            foreach (float value in y)
            {
                larger += value > right ? 1 : 0;
            }

            hits += float.IsFinite(right) && larger < K ? 1 : 0;
        }

        Add(hits, rows);
    }
}
