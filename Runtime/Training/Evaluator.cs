using System;
using System.Collections.Generic;
using System.Threading;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The inference pass of a batch: fills its outputs and the mean data loss of each, and returns that of all.</summary>
internal delegate float LossFunction(Batch batch, Span<float> outputs, Span<float> outputLosses);

/// <summary>Loss and metrics of a net on some data, as often as wanted.</summary>
internal sealed class Evaluator : IDisposable
{
    private readonly NetInfo _info;
    private readonly LossFunction _lossFunction;
    private readonly IBatchReader _reader;
    private readonly int _batchSize;
    private readonly float[] _outputs;
    private readonly float[] _batchLosses;
    private readonly double[] _outputLosses;
    private readonly ClassCounter? _classes;

    /// <exception cref="ArgumentException">The data does not fit the net.</exception>
    public Evaluator(
        NetInfo info,
        IBatchSource data,
        int batchSize,
        LossFunction lossFunction,
        MetricSet? metrics = null,
        ClassCounter? classes = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        SourceCheck.Fits(data, info, nameof(data));
        _info = info;
        _lossFunction = lossFunction;
        _batchSize = Math.Min(batchSize, data.Count);
        _outputs = SourceCheck.Buffer(_batchSize, info.OutputSize);
        _batchLosses = new float[info.Outputs.Count];
        _outputLosses = new double[info.Outputs.Count];
        Metrics = metrics ?? new MetricSet(info);
        _classes = classes;
        _reader = data.CreateReader(_batchSize);
    }

    public MetricSet Metrics { get; }

    /// <summary>The mean data loss of the last run.</summary>
    public double Loss { get; private set; }

    /// <summary>The mean data losses of the outputs in the last run, before their weights.</summary>
    public ReadOnlySpan<double> OutputLosses => _outputLosses;

    /// <summary>Which of these reports have.</summary>
    public IReadOnlyList<ReportedLoss> ReportedLosses => _info.ReportedLosses;

    /// <summary>The samples of the last run.</summary>
    public int Count { get; private set; }

    /// <summary>Goes over the data once.</summary>
    /// <returns>False when it was cancelled before its end.</returns>
    public bool Run(CancellationToken cancellationToken)
    {
        double sum = 0;
        int count = 0;
        Array.Clear(_outputLosses);
        Metrics.Reset();
        _reader.Reset(default);
        while (_reader.Read(out Batch batch))
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            SourceCheck.Batch(batch, _batchSize);
            Span<float> outputs = _outputs.AsSpan(0, batch.Count * _info.OutputSize);
            sum += (double)_lossFunction(batch, outputs, _batchLosses) * batch.Count;
            for (int i = 0; i < _outputLosses.Length; i++)
            {
                _outputLosses[i] += (double)_batchLosses[i] * batch.Count;
            }

            count += batch.Count;
            Metrics.Update(outputs, batch);
            _classes?.Update(outputs, batch);
        }

        Loss = count == 0 ? 0 : sum / count;
        for (int i = 0; i < _outputLosses.Length; i++)
        {
            _outputLosses[i] /= Math.Max(1, count);
        }

        Count = count;
        return true;
    }

    public void Dispose() => _reader.Dispose();
}
