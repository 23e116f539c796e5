using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// Zeroed floats that begin on a cache line and never move. <see cref="Slack"/> more follow the last one, so that a vector load which
/// begins inside may read past the end.
/// </summary>
internal sealed class AlignedBuffer
{
    /// <summary>Floats behind the end that may be read: one vector of the widest flavour.</summary>
    public const int Slack = 16;

    private const int LineBytes = 64;
    private const int Line = LineBytes / sizeof(float);

    // Buffers that begin at multiples of 4 KiB evict each other from the cache; five lines of distance keep them apart.
    private const int Skew = 80;

    private readonly float[] _array;
    private readonly int _start;

    /// <exception cref="ArgumentException">More floats than one array can hold.</exception>
    public AlignedBuffer(long length)
    {
        int around = BufferBorder.Current?.Floats ?? Line;
        _array = GC.AllocateArray<float>(CheckLength(length + Slack + around), pinned: true);
        Length = (int)length;
        _start = BufferBorder.Current?.Enclose(_array, Length) ?? FirstLine(_array);
    }

    private AlignedBuffer(AlignedBuffer whole, long start, long length)
    {
        _array = whole._array;
        _start = whole._start + (int)start;
        Length = (int)length;
    }

    /// <summary>Many buffers in one piece of memory.</summary>
    /// <exception cref="ArgumentException">More floats than one array can hold.</exception>
    public static AlignedBuffer[] Together(IReadOnlyList<long> lengths)
    {
        AlignedBuffer[] buffers = new AlignedBuffer[lengths.Count];
        if (BufferBorder.Current is not null)
        {
            for (int i = 0; i < buffers.Length; i++)
            {
                buffers[i] = new AlignedBuffer(lengths[i]);
            }

            return buffers;
        }

        long[] starts = new long[buffers.Length];
        long end = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = end;
            end += ((lengths[i] + Slack + Line - 1) / Line * Line) + Skew;
        }

        AlignedBuffer whole = new(end);
        for (int i = 0; i < buffers.Length; i++)
        {
            buffers[i] = new AlignedBuffer(whole, starts[i], lengths[i]);
        }

        return buffers;
    }

    /// <summary>The length of an array.</summary>
    /// <exception cref="ArgumentException">More than one array can hold.</exception>
    public static int CheckLength(long length) => length <= Array.MaxLength ? (int)length : throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"The net needs a buffer of {length:N0} values; at most {Array.MaxLength:N0} fit. Use a smaller MaxBatchSize."));

    public int Length { get; }

    public Span<float> Span => _array.AsSpan(_start, Length);

    public ref float Reference => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);

    private static int FirstLine(float[] array)
    {
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        return (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(float));
    }
}
