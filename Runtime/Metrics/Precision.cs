using System;

namespace StaticNets.Metrics;

/// <summary>Of the outputs above 0.5 the share whose target is not 0; 0 where there are none. Of all classes together, or of one.</summary>
internal sealed class Precision(string name, int classes, int? classId = null) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, classes);
        int hits = 0;
        int predicted = 0;
        for (int i = classId ?? 0; i < outputs.Length; i += classId is null ? 1 : classes)
        {
            if (outputs[i] > 0.5f)
            {
                predicted++;
                hits += truth.Target(i / classes, i % classes) != 0 ? 1 : 0;
            }
        }

        Add(hits, predicted);
    }
}
