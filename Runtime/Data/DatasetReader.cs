using System;

namespace StaticNets.Data;

/// <summary>Reads a <see cref="Dataset"/>. What stands together in memory is not copied.</summary>
internal sealed class DatasetReader : IBatchReader
{
    private readonly Dataset _data;
    private readonly int _batchSize;
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly float[] _sampleWeights;
    private int[] _order = [];
    private bool _shuffled;
    private int _position;

    public DatasetReader(Dataset data, int batchSize)
    {
        _data = data;
        _batchSize = Math.Min(batchSize, Math.Max(1, data.Count));
        _inputs = Scratch(data.Inputs);
        _labels = Scratch(data.Labels);
        _targets = Scratch(data.Targets);
        _sampleWeights = Scratch(data.SampleWeights);
    }

    public void Reset(EpochOrder order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order.FirstBatch, nameof(order));
        _position = (int)Math.Min((long)order.FirstBatch * _batchSize, _data.Count);
        _shuffled = order.Shuffle;
        if (!_shuffled)
        {
            return;
        }

        if (_order.Length != _data.Count)
        {
            _order = new int[_data.Count];
        }

        EpochPermutation.Fill(_order, order.Seed, order.Epoch);
    }

    public bool Read(out Batch batch)
    {
        int count = Math.Min(_batchSize, _data.Count - _position);
        if (count == 0)
        {
            batch = default;
            return false;
        }

        batch = new Batch
        {
            Count = count,
            Inputs = Values(_data.Inputs, count, _inputs),
            Labels = Values(_data.Labels, count, _labels),
            Targets = Values(_data.Targets, count, _targets),
            SampleWeights = Values(_data.SampleWeights, count, _sampleWeights),
        };
        _position += count;
        return true;
    }

    public void Dispose()
    {
    }

    private ReadOnlySpan<T> Values<T>(SampleColumn<T>? column, int count, T[] scratch)
    {
        if (column is null)
        {
            return default;
        }

        return _shuffled
            ? column.Gather(_order.AsSpan(_position, count), _data.First, scratch)
            : column.Read(_data.First + _position, count, scratch);
    }

    private T[] Scratch<T>(SampleColumn<T>? column) => column is null ? [] : SourceCheck.Buffer<T>(_batchSize, column.PerSample);
}
