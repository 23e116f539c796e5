using System;

namespace StaticNets.Data;

/// <summary>One kind of value of every sample: the inputs, the labels, the targets or the weights.</summary>
internal abstract class SampleColumn<T>(int perSample)
{
    /// <summary>How many values a sample has.</summary>
    public int PerSample { get; } = perSample;

    /// <summary>
    /// The values of consecutive samples: a view where they stand in this form already, otherwise a copy in <paramref name="scratch"/>.
    /// </summary>
    public abstract ReadOnlySpan<T> Read(int first, int count, Span<T> scratch);

    /// <summary>Copies the values of one sample.</summary>
    protected abstract void Copy(int sample, Span<T> destination);

    /// <summary>Copies the values of samples from all over the data.</summary>
    public ReadOnlySpan<T> Gather(ReadOnlySpan<int> samples, int offset, Span<T> scratch)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            Copy(samples[i] + offset, scratch.Slice(i * PerSample, PerSample));
        }

        return scratch[..(samples.Length * PerSample)];
    }
}

/// <summary>Values that stand in an array as they are needed. The array begins with the sample number <paramref name="begin"/>.</summary>
internal sealed class ArrayColumn<T>(T[] values, int perSample, int begin = 0) : SampleColumn<T>(perSample)
{
    public override ReadOnlySpan<T> Read(int first, int count, Span<T> scratch) =>
        values.AsSpan((first - begin) * PerSample, count * PerSample);

    protected override void Copy(int sample, Span<T> destination) =>
        values.AsSpan((sample - begin) * PerSample, PerSample).CopyTo(destination);
}

/// <summary>Bytes that become floats on the way in.</summary>
internal sealed class ByteColumn(byte[] values, int perSample, float scale) : SampleColumn<float>(perSample)
{
    public override ReadOnlySpan<float> Read(int first, int count, Span<float> scratch)
    {
        Span<float> destination = scratch[..(count * PerSample)];
        ByteScaling.Scale(values.AsSpan(first * PerSample, count * PerSample), scale, destination);
        return destination;
    }

    protected override void Copy(int sample, Span<float> destination) =>
        ByteScaling.Scale(values.AsSpan(sample * PerSample, PerSample), scale, destination);
}
