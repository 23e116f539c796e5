using System;
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

    private readonly float[] _array;
    private readonly int _start;

    /// <exception cref="ArgumentException">More floats than one array can hold.</exception>
    public AlignedBuffer(long length)
    {
        const int Line = LineBytes / sizeof(float);
        if (length + Slack + Line > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The net needs a buffer of {length:N0} floats; at most {Array.MaxLength:N0} fit. Use a smaller MaxBatchSize.");
        }

        _array = GC.AllocateArray<float>((int)length + Slack + Line, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(float));
        Length = (int)length;
    }

    public int Length { get; }

    public Span<float> Span => _array.AsSpan(_start, Length);

    public ref float Reference => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);
}
