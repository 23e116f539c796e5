using System;

namespace StaticNets.Data;

/// <summary>Room for some samples of one source. How many labels or targets a sample has is seen from the first batch.</summary>
internal sealed class SampleBuffer(int capacity, int inputSize)
{
    private float[] _inputs = SourceCheck.Buffer(capacity, inputSize);
    private int[] _labels = [];
    private float[] _targets = [];
    private float[] _sampleWeights = [];
    private float[] _outputWeights = [];

    /// <summary>How many samples are in it.</summary>
    public int Count { get; private set; }

    public Batch Batch => new()
    {
        Count = Count,
        Inputs = _inputs.AsSpan(0, Count * inputSize),
        Labels = First(_labels),
        Targets = First(_targets),
        SampleWeights = First(_sampleWeights),
        OutputWeights = First(_outputWeights),
    };

    public void Clear() => Count = 0;

    /// <summary>Adds all samples of a batch.</summary>
    /// <exception cref="InvalidOperationException">The batch is empty, larger than the room that is left, or of other samples.</exception>
    public void Add(Batch batch)
    {
        if (batch.Count < 1 || batch.Count > capacity - Count || batch.Inputs.Length != batch.Count * inputSize)
        {
            throw new InvalidOperationException("The source gave a batch that is empty, too large or of another size.");
        }

        batch.Inputs.CopyTo(_inputs.AsSpan(Count * inputSize));
        Copy(batch.Labels, batch.Count, ref _labels);
        Copy(batch.Targets, batch.Count, ref _targets);
        Copy(batch.SampleWeights, batch.Count, ref _sampleWeights);
        Copy(batch.OutputWeights, batch.Count, ref _outputWeights);
        Count += batch.Count;
    }

    /// <summary>Takes one sample out of another buffer, whose last one takes its place.</summary>
    public void Take(SampleBuffer from, int sample)
    {
        int last = from.Count - 1;
        Move(from._inputs, ref _inputs, from.Capacity, sample, last);
        Move(from._labels, ref _labels, from.Capacity, sample, last);
        Move(from._targets, ref _targets, from.Capacity, sample, last);
        Move(from._sampleWeights, ref _sampleWeights, from.Capacity, sample, last);
        Move(from._outputWeights, ref _outputWeights, from.Capacity, sample, last);
        from.Count--;
        Count++;
    }

    private int Capacity => capacity;

    private void Move<T>(T[] from, ref T[] to, int fromCapacity, int sample, int last)
    {
        int size = from.Length / fromCapacity;
        from.AsSpan(sample * size, size).CopyTo(Sized(ref to, size).AsSpan(Count * size));
        from.AsSpan(last * size, size).CopyTo(from.AsSpan(sample * size));
    }

    private void Copy<T>(ReadOnlySpan<T> values, int count, ref T[] to)
    {
        int size = values.Length / count;
        values.CopyTo(Sized(ref to, size).AsSpan(Count * size));
    }

    private T[] Sized<T>(ref T[] values, int size) =>
        values.Length == (long)capacity * size ? values : values = SourceCheck.Buffer<T>(capacity, size);

    private ReadOnlySpan<T> First<T>(T[] values) => values.AsSpan(0, values.Length / capacity * Count);
}
