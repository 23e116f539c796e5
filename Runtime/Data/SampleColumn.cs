using System;
using System.Linq;

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
    public abstract void Copy(int sample, Span<T> destination);

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

    public override void Copy(int sample, Span<T> destination) =>
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

    public override void Copy(int sample, Span<float> destination) =>
        ByteScaling.Scale(values.AsSpan(sample * PerSample, PerSample), scale, destination);
}

/// <summary>Whole numbers that become floats on the way in; exact up to 2^24.</summary>
internal sealed class IndexColumn(int[] values, int perSample) : SampleColumn<float>(perSample)
{
    public override ReadOnlySpan<float> Read(int first, int count, Span<float> scratch)
    {
        Span<float> destination = scratch[..(count * PerSample)];
        Convert(values.AsSpan(first * PerSample, count * PerSample), destination);
        return destination;
    }

    public override void Copy(int sample, Span<float> destination) => Convert(values.AsSpan(sample * PerSample, PerSample), destination);

    private static void Convert(ReadOnlySpan<int> values, Span<float> destination)
    {
        for (int i = 0; i < values.Length; i++)
        {
            destination[i] = values[i];
        }
    }
}

/// <summary>Several columns, whose values stand one after the other in each sample.</summary>
internal sealed class JoinedColumn<T>(SampleColumn<T>[] columns) : SampleColumn<T>(columns.Sum(column => column.PerSample))
{
    public override ReadOnlySpan<T> Read(int first, int count, Span<T> scratch)
    {
        for (int n = 0; n < count; n++)
        {
            Copy(first + n, scratch.Slice(n * PerSample, PerSample));
        }

        return scratch[..(count * PerSample)];
    }

    public override void Copy(int sample, Span<T> destination)
    {
        int offset = 0;
        foreach (SampleColumn<T> column in columns)
        {
            column.Copy(sample, destination.Slice(offset, column.PerSample));
            offset += column.PerSample;
        }
    }
}
