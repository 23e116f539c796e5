using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>
/// Vectors of 32 random bits as a function of a counter: no state is kept, and any split of the work draws the same ones.
/// </summary>
internal static class CounterHash
{
    // The multipliers of MurmurHash3's 32-bit finalizer (Appleby, 2011) and of Fibonacci hashing (Knuth).
    private const uint FirstMultiplier = 0x85EBCA6B;
    private const uint SecondMultiplier = 0xC2B2AE35;
    private const ulong KeyMultiplier = 0x9E3779B97F4A7C15;

    /// <summary>Lane i belongs to element <paramref name="index"/> + i of the sequence that <paramref name="key"/> names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Bits128(ulong key, uint index)
    {
        // Every bit of the key reaches both words, so that sequences of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector128<uint> hash = (Vector128.Create(index) + Vector128<uint>.Indices) ^ Vector128.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector128.ShiftRightLogical(hash, 16)) * Vector128.Create(FirstMultiplier);
        hash += Vector128.Create((uint)mixed);
        hash = (hash ^ Vector128.ShiftRightLogical(hash, 13)) * Vector128.Create(SecondMultiplier);
        return hash ^ Vector128.ShiftRightLogical(hash, 16);
    }

    /// <summary>Lane i belongs to element <paramref name="index"/> + i of the sequence that <paramref name="key"/> names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Bits256(ulong key, uint index)
    {
        // Every bit of the key reaches both words, so that sequences of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector256<uint> hash = (Vector256.Create(index) + Vector256<uint>.Indices) ^ Vector256.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector256.ShiftRightLogical(hash, 16)) * Vector256.Create(FirstMultiplier);
        hash += Vector256.Create((uint)mixed);
        hash = (hash ^ Vector256.ShiftRightLogical(hash, 13)) * Vector256.Create(SecondMultiplier);
        return hash ^ Vector256.ShiftRightLogical(hash, 16);
    }

    /// <summary>Lane i belongs to element <paramref name="index"/> + i of the sequence that <paramref name="key"/> names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Bits512(ulong key, uint index)
    {
        // Every bit of the key reaches both words, so that sequences of similar keys do not resemble each other.
        ulong mixed = unchecked((key ^ (key >> 32)) * KeyMultiplier);
        Vector512<uint> hash = (Vector512.Create(index) + Vector512<uint>.Indices) ^ Vector512.Create((uint)(mixed >> 32));
        hash = (hash ^ Vector512.ShiftRightLogical(hash, 16)) * Vector512.Create(FirstMultiplier);
        hash += Vector512.Create((uint)mixed);
        hash = (hash ^ Vector512.ShiftRightLogical(hash, 13)) * Vector512.Create(SecondMultiplier);
        return hash ^ Vector512.ShiftRightLogical(hash, 16);
    }
}
