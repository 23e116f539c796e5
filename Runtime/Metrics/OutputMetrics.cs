using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Metrics;

/// <summary>The metrics of one output. Of several outputs each is taken out of the samples first.</summary>
internal sealed class OutputMetrics
{
    private readonly OutputSlice? _slice;
    private readonly MetricAccumulator[] _items;

    public OutputMetrics(NetInfo info, int index, IReadOnlyList<Metric> metrics)
    {
        OutputInfo output = info.Outputs[index];
        _slice = metrics.Count > 0 ? new OutputSlice(info, index) : null;
        string prefix = info.Outputs.Count == 1 ? "" : output.Name + "_";
        _items = [.. metrics.Distinct().Select(metric => MetricFactory.Create(metric, info, output, prefix))];
    }

    public IReadOnlyList<MetricAccumulator> Items => _items;

    public void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        if (_slice is null || !_slice.Take(ref outputs, ref batch))
        {
            return;
        }

        foreach (MetricAccumulator metric in _items)
        {
            metric.Update(outputs, batch);
        }
    }
}
