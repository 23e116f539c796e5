using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNets.Execution;

namespace StaticNets.Optimizers;

/// <summary>
/// The sum of the squares of a block of weights or gradients, fast from the first step on: TensorPrimitives is only after the JIT has
/// compiled it a second time.
/// </summary>
internal static class SquareSum
{
    private const int Sums = 4;

    /// <param name="values">No more than a block: the sums are floats.</param>
    public static float Of(ReadOnlySpan<float> values) => SimdWidth.Use512 ? Of<FloatVector512>(values)
        : SimdWidth.Use256 ? Of<FloatVector256>(values)
        : Of<FloatVector128>(values);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Of<TVector>(ReadOnlySpan<float> values)
        where TVector : struct, IFloatVector<TVector>
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        TVector sum0 = default;
        TVector sum1 = default;
        TVector sum2 = default;
        TVector sum3 = default;
        nuint i = 0;
        for (; i + (nuint)(Sums * TVector.Count) <= (nuint)values.Length; i += (nuint)(Sums * TVector.Count))
        {
            sum0 = AddSquare(sum0, ref first, i);
            sum1 = AddSquare(sum1, ref first, i + (nuint)TVector.Count);
            sum2 = AddSquare(sum2, ref first, i + (nuint)(2 * TVector.Count));
            sum3 = AddSquare(sum3, ref first, i + (nuint)(3 * TVector.Count));
        }

        for (; i + (nuint)TVector.Count <= (nuint)values.Length; i += (nuint)TVector.Count)
        {
            sum0 = AddSquare(sum0, ref first, i);
        }

        float rest = 0;
        for (; i < (nuint)values.Length; i++)
        {
            float value = Unsafe.Add(ref first, i);
            rest += value * value;
        }

        return TVector.Sum(sum0 + sum1 + (sum2 + sum3)) + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare<TVector>(TVector sum, ref float values, nuint at)
        where TVector : struct, IFloatVector<TVector>
    {
        TVector value = TVector.Load(ref values, at);
        return TVector.MultiplyAdd(value, value, sum);
    }
}
