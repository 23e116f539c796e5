using System;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The means of an epoch so far, each batch weighted by its number of samples.</summary>
internal sealed class RunningLogs(MetricSet metrics, TrainingLogs logs)
{
    private const int OwnSums = 3;

    private double _loss;
    private double _penalty;
    private double _count;

    /// <summary>How many numbers <see cref="Save"/> writes.</summary>
    public int StateLength
    {
        get
        {
            int length = OwnSums;
            foreach (MetricAccumulator metric in metrics.Items)
            {
                length += metric.State.Length;
            }

            return length;
        }
    }

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
        Report();
    }

    /// <summary>Writes the sums that the means are made of, for a checkpoint.</summary>
    public void Save(Span<double> state)
    {
        state[0] = _loss;
        state[1] = _penalty;
        state[2] = _count;
        state = state[OwnSums..];
        foreach (MetricAccumulator metric in metrics.Items)
        {
            metric.State.CopyTo(state);
            state = state[metric.State.Length..];
        }
    }

    /// <summary>Goes on from sums that were written before.</summary>
    public void Restore(ReadOnlySpan<double> state)
    {
        _loss = state[0];
        _penalty = state[1];
        _count = state[2];
        state = state[OwnSums..];
        foreach (MetricAccumulator metric in metrics.Items)
        {
            state[..metric.State.Length].CopyTo(metric.State);
            state = state[metric.State.Length..];
        }

        if (_count > 0)
        {
            Report();
        }
    }

    private void Report()
    {
        logs.Set("loss", _loss / _count);
        logs.Set("penalty", _penalty / _count);
        foreach (MetricAccumulator metric in metrics.Items)
        {
            logs.Set(metric.Name, metric.Result);
        }
    }
}
