using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class NormalNoise
{
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
