using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Metrics;

/// <summary>The metrics of one net.</summary>
internal sealed class MetricSet
{
    private readonly MetricAccumulator[] _metrics;

    /// <exception cref="ArgumentException">A metric does not fit the net's loss.</exception>
    public MetricSet(NetInfo info, IReadOnlyList<Metric>? metrics = null) =>
        _metrics = [.. (metrics ?? info.Metrics).Distinct().Select(metric => MetricFactory.Create(metric, info))];

    public ReadOnlySpan<MetricAccumulator> Items => _metrics;

    public void Reset()
    {
        foreach (MetricAccumulator metric in _metrics)
        {
            metric.Reset();
        }
    }

    public void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        foreach (MetricAccumulator metric in _metrics)
        {
            metric.Update(outputs, batch);
        }
    }
}
