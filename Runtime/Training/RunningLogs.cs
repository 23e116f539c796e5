using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The means of an epoch so far, each batch weighted by its number of samples.</summary>
internal sealed class RunningLogs(NetInfo info, TrainingLogs logs)
{
    private const int OwnSums = 3;

    private readonly MetricSet _metrics = new(info);
    private readonly IReadOnlyList<ReportedLoss> _reportedLosses = info.ReportedLosses;
    private readonly double[] _outputLosses = new double[info.ReportedLosses.Count];
    private double _loss;
    private double _penalty;
    private double _count;

    /// <summary>What is reported after each batch.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            List<string> names = ["loss", .. _reportedLosses.Select(loss => loss.Name), "penalty"];
            foreach (MetricAccumulator metric in _metrics.Items)
            {
                names.Add(metric.Name);
            }

            return names;
        }
    }

    /// <summary>How many numbers <see cref="Save"/> writes.</summary>
    public int StateLength
    {
        get
        {
            int length = OwnSums + _outputLosses.Length;
            foreach (MetricAccumulator metric in _metrics.Items)
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
        Array.Clear(_outputLosses);
        _metrics.Reset();
    }

    /// <summary>Adds a batch that the trainer has just computed the gradients of.</summary>
    public void Add(float loss, ITrainer trainer, Batch batch)
    {
        _loss += (double)loss * batch.Count;
        _penalty += (double)trainer.Penalty * batch.Count;
        _count += batch.Count;
        for (int i = 0; i < _outputLosses.Length; i++)
        {
            _outputLosses[i] += (double)trainer.OutputLosses[_reportedLosses[i].Output] * batch.Count;
        }

        _metrics.Update(trainer.Outputs, batch);
        Report();
    }

    /// <summary>Writes the sums that the means are made of, for a checkpoint.</summary>
    public void Save(Span<double> state)
    {
        state[0] = _loss;
        state[1] = _penalty;
        state[2] = _count;
        _outputLosses.CopyTo(state[OwnSums..]);
        state = state[(OwnSums + _outputLosses.Length)..];
        foreach (MetricAccumulator metric in _metrics.Items)
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
        state.Slice(OwnSums, _outputLosses.Length).CopyTo(_outputLosses);
        state = state[(OwnSums + _outputLosses.Length)..];
        foreach (MetricAccumulator metric in _metrics.Items)
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
        for (int i = 0; i < _outputLosses.Length; i++)
        {
            logs.Set(_reportedLosses[i].Name, _outputLosses[i] / _count);
        }

        logs.Set("penalty", _penalty / _count);
        foreach (MetricAccumulator metric in _metrics.Items)
        {
            logs.Set(metric.Name, metric.Result);
        }
    }
}
