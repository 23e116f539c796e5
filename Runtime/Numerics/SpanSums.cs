using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// Sums over spans of any length: over blocks of a fixed size in float, and over the blocks in double, so that the error does not grow with
/// the length. They are fast from the first step on, which TensorPrimitives is only after the JIT has compiled it a second time.
/// </summary>
internal static class SpanSums
{
    // On the narrowest vectors, 32 terms for each lane of the four sums.
    private const int Block = 512;

    private interface ITerm
    {
        static abstract float Of(float value);

        static abstract TVector AddTo<TVector>(TVector sum, TVector value)
            where TVector : struct, IFloatVector<TVector>;
    }

    public static double OfSquares(ReadOnlySpan<float> values) => Of<Square>(values);

    public static double OfMagnitudes(ReadOnlySpan<float> values) => Of<Magnitude>(values);

    private static double Of<TTerm>(ReadOnlySpan<float> values)
        where TTerm : struct, ITerm => SimdWidth.Use512 ? Of<TTerm, FloatVector512>(values)
        : SimdWidth.Use256 ? Of<TTerm, FloatVector256>(values)
        : Of<TTerm, FloatVector128>(values);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Of<TTerm, TVector>(ReadOnlySpan<float> values)
        where TTerm : struct, ITerm
        where TVector : struct, IFloatVector<TVector>
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        nuint lanes = (nuint)TVector.Count;
        nuint length = (nuint)values.Length;
        nuint i = 0;
        double sum = 0;
        while (i + lanes <= length)
        {
            TVector sum0 = default;
            TVector sum1 = default;
            TVector sum2 = default;
            TVector sum3 = default;
            nuint end = Math.Min(i + Block, length);
            for (; i + (4 * lanes) <= end; i += 4 * lanes)
            {
                sum0 = TTerm.AddTo(sum0, TVector.Load(ref first, i));
                sum1 = TTerm.AddTo(sum1, TVector.Load(ref first, i + lanes));
                sum2 = TTerm.AddTo(sum2, TVector.Load(ref first, i + (2 * lanes)));
                sum3 = TTerm.AddTo(sum3, TVector.Load(ref first, i + (3 * lanes)));
            }

            for (; i + lanes <= end; i += lanes)
            {
                sum0 = TTerm.AddTo(sum0, TVector.Load(ref first, i));
            }

            sum += TVector.Sum(sum0 + sum1 + (sum2 + sum3));
        }

        for (; i < length; i++)
        {
            sum += TTerm.Of(Unsafe.Add(ref first, i));
        }

        return sum;
    }

    private readonly struct Square : ITerm
    {
        public static float Of(float value) => value * value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector AddTo<TVector>(TVector sum, TVector value)
            where TVector : struct, IFloatVector<TVector> => TVector.MultiplyAdd(value, value, sum);
    }

    private readonly struct Magnitude : ITerm
    {
        public static float Of(float value) => Math.Abs(value);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector AddTo<TVector>(TVector sum, TVector value)
            where TVector : struct, IFloatVector<TVector> => sum + TVector.Abs(value);
    }
}
