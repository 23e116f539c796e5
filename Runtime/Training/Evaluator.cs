using System;
using System.Threading;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The inference pass of a batch: fills its outputs and returns its mean data loss.</summary>
internal delegate float LossFunction(Batch batch, Span<float> outputs);

/// <summary>Loss and metrics of a net on some data, as often as wanted.</summary>
internal sealed class Evaluator : IDisposable
{
    private readonly NetInfo _info;
    private readonly LossFunction _lossFunction;
    private readonly IBatchReader _reader;
    private readonly int _batchSize;
    private readonly float[] _outputs;
    private readonly ConfusionMatrix? _confusion;

    /// <exception cref="ArgumentException">The data does not fit the net.</exception>
    public Evaluator(
        NetInfo info,
        IBatchSource data,
        int batchSize,
        LossFunction lossFunction,
        MetricSet? metrics = null,
        ConfusionMatrix? confusion = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        SourceCheck.Fits(data, info, nameof(data));
        _info = info;
        _lossFunction = lossFunction;
        _batchSize = Math.Min(batchSize, data.Count);
        _outputs = SourceCheck.Buffer(_batchSize, info.OutputSize);
        Metrics = metrics ?? new MetricSet(info);
        _confusion = confusion;
        _reader = data.CreateReader(_batchSize);
    }

    public MetricSet Metrics { get; }

    /// <summary>The mean data loss of the last run.</summary>
    public double Loss { get; private set; }

    /// <summary>The samples of the last run.</summary>
    public int Count { get; private set; }

    /// <summary>Goes over the data once.</summary>
    /// <returns>False when it was cancelled before its end.</returns>
    public bool Run(CancellationToken cancellationToken)
    {
        double sum = 0;
        int count = 0;
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
            sum += (double)_lossFunction(batch, outputs) * batch.Count;
            count += batch.Count;
            Metrics.Update(outputs, batch);
            _confusion?.Update(outputs, batch, _info.Classes);
        }

        Loss = count == 0 ? 0 : sum / count;
        Count = count;
        return true;
    }

    public void Dispose() => _reader.Dispose();
}
