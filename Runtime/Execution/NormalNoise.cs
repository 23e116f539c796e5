using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>
/// Standard normal numbers as a function of a counter, for the emitted kernels: no noise is stored, and any split of
/// the work draws the same.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NormalNoise
{
    private const int Fractions = 1 << 24;

    /// <summary>
    /// One vector: lane i belongs to element <paramref name="index"/> + i of the noise that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Draw128(ulong key, uint index)
    {
        // Box and Muller (1958): a radius from one uniform number, an angle from another. The sine over half a turn is distributed as over
        // a whole one. The numbers are exact in float: the first from 2^-24 to 1, the second, of odd numerators, symmetric within 1/2.
        Vector128<int> first = Vector128.ShiftRightLogical(CounterHash.Bits128(key, index), 8).AsInt32() + Vector128<int>.One;
        Vector128<uint> odd = Vector128.ShiftRightLogical(CounterHash.Bits128(~key, index), 7) | Vector128<uint>.One;
        Vector128<int> second = odd.AsInt32() - Vector128.Create(Fractions);
        Vector128<float> logarithm = VectorMath.Log(Vector128.ConvertToSingle(first) * Vector128.Create(1f / Fractions));
        Vector128<float> t = Vector128.ConvertToSingle(second) * Vector128.Create(0.5f / Fractions);
        return Vector128.Sqrt(logarithm * Vector128.Create(-2f)) * VectorMath.SineOfHalfTurns(t);
    }

    /// <summary>
    /// One vector: lane i belongs to element <paramref name="index"/> + i of the noise that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Draw256(ulong key, uint index)
    {
        // Box and Muller (1958): a radius from one uniform number, an angle from another. The sine over half a turn is distributed as over
        // a whole one. The numbers are exact in float: the first from 2^-24 to 1, the second, of odd numerators, symmetric within 1/2.
        Vector256<int> first = Vector256.ShiftRightLogical(CounterHash.Bits256(key, index), 8).AsInt32() + Vector256<int>.One;
        Vector256<uint> odd = Vector256.ShiftRightLogical(CounterHash.Bits256(~key, index), 7) | Vector256<uint>.One;
        Vector256<int> second = odd.AsInt32() - Vector256.Create(Fractions);
        Vector256<float> logarithm = VectorMath.Log(Vector256.ConvertToSingle(first) * Vector256.Create(1f / Fractions));
        Vector256<float> t = Vector256.ConvertToSingle(second) * Vector256.Create(0.5f / Fractions);
        return Vector256.Sqrt(logarithm * Vector256.Create(-2f)) * VectorMath.SineOfHalfTurns(t);
    }

    /// <summary>
    /// One vector: lane i belongs to element <paramref name="index"/> + i of the noise that <paramref name="key"/> names.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Draw512(ulong key, uint index)
    {
        // Box and Muller (1958): a radius from one uniform number, an angle from another. The sine over half a turn is distributed as over
        // a whole one. The numbers are exact in float: the first from 2^-24 to 1, the second, of odd numerators, symmetric within 1/2.
        Vector512<int> first = Vector512.ShiftRightLogical(CounterHash.Bits512(key, index), 8).AsInt32() + Vector512<int>.One;
        Vector512<uint> odd = Vector512.ShiftRightLogical(CounterHash.Bits512(~key, index), 7) | Vector512<uint>.One;
        Vector512<int> second = odd.AsInt32() - Vector512.Create(Fractions);
        Vector512<float> logarithm = VectorMath.Log(Vector512.ConvertToSingle(first) * Vector512.Create(1f / Fractions));
        Vector512<float> t = Vector512.ConvertToSingle(second) * Vector512.Create(0.5f / Fractions);
        return Vector512.Sqrt(logarithm * Vector512.Create(-2f)) * VectorMath.SineOfHalfTurns(t);
    }
}
