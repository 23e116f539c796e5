using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Metrics;

/// <summary>The metrics of one net, of each of its outputs.</summary>
internal sealed class MetricSet
{
    private readonly MetricAccumulator[] _metrics;
    private readonly OutputMetrics[] _outputs;

    /// <param name="info">The net.</param>
    /// <param name="metrics">The metrics, of a net with one output; null for those that it declares.</param>
    /// <exception cref="ArgumentException">A metric does not fit its output's loss.</exception>
    public MetricSet(NetInfo info, IReadOnlyList<Metric>? metrics = null)
    {
        _outputs = [.. info.Outputs.Select((output, i) => new OutputMetrics(info, i, output.HasLoss ? metrics ?? output.Metrics : []))];
        _metrics = [.. _outputs.SelectMany(output => output.Items)];
    }

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
        foreach (OutputMetrics output in _outputs)
        {
            output.Update(outputs, batch);
        }
    }
}
