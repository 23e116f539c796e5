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
    /// <param name="metrics">The metrics of each output; null for those that it declares.</param>
    /// <param name="classIds">The classes whose own are computed; null for those that the outputs declare.</param>
    /// <exception cref="ArgumentException">A metric does not fit its output's loss, or two have one name.</exception>
    public MetricSet(NetInfo info, IReadOnlyList<Metric>? metrics = null, IReadOnlyList<int>? classIds = null)
    {
        _outputs = [.. info.Outputs.Select((output, i) => output.HasLoss
            ? new OutputMetrics(info, i, metrics ?? output.Metrics, classIds ?? output.ClassIds)
            : new OutputMetrics(info, i, [], []))];
        _metrics = [.. _outputs.SelectMany(output => output.Items)];
        if (_metrics.GroupBy(metric => metric.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Metrics of two outputs of {info.Name} are both called '{twice.Key}'; give an output another name.");
        }
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
