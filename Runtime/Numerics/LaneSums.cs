using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNets.Execution;

/// <summary>
/// The sums over the lanes of up to sixteen vectors, in four steps that each halve what is left of two vectors and put it into one. For
/// emitted kernels on 512-bit vectors, which only x86 processors accelerate. Each vector's lanes are added in the same order.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneSums
{
    private const byte Lower = 0b01_00_01_00;
    private const byte Upper = 0b11_10_11_10;
    private const byte Even = 0b10_00_10_00;
    private const byte Odd = 0b11_01_11_01;

    /// <summary>Two vectors of sixteen values to two groups of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Halves(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle4x128(a, b, Lower) + Avx512F.Shuffle4x128(a, b, Upper);

    /// <summary>Four groups of eight, from two vectors, to four of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Quarters(Vector512<float> ab, Vector512<float> cd) =>
        Avx512F.Shuffle4x128(ab, cd, Even) + Avx512F.Shuffle4x128(ab, cd, Odd);

    /// <summary>Eight groups of four to eight pairs, which interleave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pairs(Vector512<float> a, Vector512<float> b) => Avx512F.UnpackLow(a, b) + Avx512F.UnpackHigh(a, b);

    /// <summary>Sixteen pairs to sixteen sums: the first of each of four vectors of four groups, then the second of each, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Singles(Vector512<float> ab, Vector512<float> cd) =>
        Avx512F.Shuffle(ab, cd, Lower) + Avx512F.Shuffle(ab, cd, Upper);
}
