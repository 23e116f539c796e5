using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>
/// Dropout masks as a function of a counter, for the emitted kernels: no mask is stored, and any split of the work draws the same one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DropoutMask
{
    // The multipliers of MurmurHash3's 32-bit finalizer (Appleby, 2011) and of Fibonacci hashing (Knuth).
    private const uint FirstMultiplier = 0x85EBCA6B;
    private const uint SecondMultiplier = 0xC2B2AE35;
    private const ulong KeyMultiplier = 0x9E3779B97F4A7C15;

    /// <summary>What a hash of 24 bits is compared with, so that it drops the share <paramref name="rate"/> (0 to 1).</summary>
    public static uint Threshold(double rate) => (uint)(rate * (1 << 24));

    /// <summary>
    /// One vector of a mask: a lane is <paramref name="scale"/> where the element is kept, 0 where it is dropped. Lane i belongs to element
    /// <paramref name="index"/> + i of the mask that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Scale128(ulong key, uint index, uint threshold, float scale)
    {
        // Every bit of the key reaches both words, so that masks of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector128<uint> hash = (Vector128.Create(index) + Vector128<uint>.Indices) ^ Vector128.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector128.ShiftRightLogical(hash, 16)) * Vector128.Create(FirstMultiplier);
        hash += Vector128.Create((uint)mixed);
        hash = (hash ^ Vector128.ShiftRightLogical(hash, 13)) * Vector128.Create(SecondMultiplier);
        hash ^= Vector128.ShiftRightLogical(hash, 16);
        Vector128<int> dropped = Vector128.LessThan(Vector128.ShiftRightLogical(hash, 8).AsInt32(), Vector128.Create((int)threshold));
        return Vector128.AndNot(Vector128.Create(scale), dropped.AsSingle());
    }

    /// <summary>
    /// One vector of a mask: a lane is <paramref name="scale"/> where the element is kept, 0 where it is dropped. Lane i belongs to element
    /// <paramref name="index"/> + i of the mask that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Scale256(ulong key, uint index, uint threshold, float scale)
    {
        // Every bit of the key reaches both words, so that masks of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector256<uint> hash = (Vector256.Create(index) + Vector256<uint>.Indices) ^ Vector256.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector256.ShiftRightLogical(hash, 16)) * Vector256.Create(FirstMultiplier);
        hash += Vector256.Create((uint)mixed);
        hash = (hash ^ Vector256.ShiftRightLogical(hash, 13)) * Vector256.Create(SecondMultiplier);
        hash ^= Vector256.ShiftRightLogical(hash, 16);
        Vector256<int> dropped = Vector256.LessThan(Vector256.ShiftRightLogical(hash, 8).AsInt32(), Vector256.Create((int)threshold));
        return Vector256.AndNot(Vector256.Create(scale), dropped.AsSingle());
    }

    /// <summary>
    /// One vector of a mask: a lane is <paramref name="scale"/> where the element is kept, 0 where it is dropped. Lane i belongs to element
    /// <paramref name="index"/> + i of the mask that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Scale512(ulong key, uint index, uint threshold, float scale)
    {
        // Every bit of the key reaches both words, so that masks of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector512<uint> hash = (Vector512.Create(index) + Vector512<uint>.Indices) ^ Vector512.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector512.ShiftRightLogical(hash, 16)) * Vector512.Create(FirstMultiplier);
        hash += Vector512.Create((uint)mixed);
        hash = (hash ^ Vector512.ShiftRightLogical(hash, 13)) * Vector512.Create(SecondMultiplier);
        hash ^= Vector512.ShiftRightLogical(hash, 16);
        Vector512<int> dropped = Vector512.LessThan(Vector512.ShiftRightLogical(hash, 8).AsInt32(), Vector512.Create((int)threshold));
        return Vector512.AndNot(Vector512.Create(scale), dropped.AsSingle());
    }
}
