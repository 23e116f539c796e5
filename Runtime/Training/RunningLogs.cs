using System;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The means of an epoch so far, each batch weighted by its number of samples.</summary>
internal sealed class RunningLogs(MetricSet metrics, TrainingLogs logs)
{
    private double _loss;
    private double _penalty;
    private long _count;

    public void Reset()
    {
        _loss = 0;
        _penalty = 0;
        _count = 0;
        metrics.Reset();
    }

    public void Add(float loss, float penalty, ReadOnlySpan<float> outputs, Batch batch)
    {
        _loss += (double)loss * batch.Count;
        _penalty += (double)penalty * batch.Count;
        _count += batch.Count;
        metrics.Update(outputs, batch);
        logs.Set("loss", _loss / _count);
        logs.Set("penalty", _penalty / _count);
        foreach (MetricAccumulator metric in metrics.Items)
        {
            logs.Set(metric.Name, metric.Result);
        }
    }
}
