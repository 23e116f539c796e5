using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    // Below the first the result is 0, above the second it is infinite.
    private const float LowestExponent = -87.3f;
    private const float HighestExponent = 88.8f;

    /// <summary><c>exp(x)</c>, within 1.1e-7 of the value; 0 where it is below 1.7e-38.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        Vector128<float> bounded = Vector128.MaxNative(x, Vector128.Create(LowestExponent));
        bounded = Vector128.MinNative(bounded, Vector128.Create(HighestExponent));

        // x = n ln 2 + r. The exponent field n + 126 stands for 2^(n - 1), which is finite for the largest n and 0 for the smallest.
        Vector128<float> shift = Vector128.Create(RoundingShift + 126);
        Vector128<float> shifted = Vector128.MultiplyAddEstimate(bounded, Vector128.Create(Log2E), shift);
        Vector128<float> n = shifted - shift;
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), bounded);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), r);
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(Exp6), r, Vector128.Create(Exp5));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(Exp4));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(Exp3));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(Exp2));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128<float>.One);
        p = Vector128.MultiplyAddEstimate(p, r, Vector128<float>.One);
        Vector128<float> halfPower = Vector128.ShiftLeft(shifted.AsInt32(), MantissaBits).AsSingle();
        return Vector128.ConditionalSelect(Vector128.Equals(x, x), (p + p) * halfPower, x);
    }

    /// <summary><c>exp(x)</c>, within 1.1e-7 of the value; 0 where it is below 1.7e-38.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> bounded = Vector256.MaxNative(x, Vector256.Create(LowestExponent));
        bounded = Vector256.MinNative(bounded, Vector256.Create(HighestExponent));

        // x = n ln 2 + r. The exponent field n + 126 stands for 2^(n - 1), which is finite for the largest n and 0 for the smallest.
        Vector256<float> shift = Vector256.Create(RoundingShift + 126);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(bounded, Vector256.Create(Log2E), shift);
        Vector256<float> n = shifted - shift;
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), bounded);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), r);
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(Exp6), r, Vector256.Create(Exp5));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(Exp4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(Exp3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(Exp2));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256<float>.One);
        p = Vector256.MultiplyAddEstimate(p, r, Vector256<float>.One);
        Vector256<float> halfPower = Vector256.ShiftLeft(shifted.AsInt32(), MantissaBits).AsSingle();
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), (p + p) * halfPower, x);
    }

    /// <summary><c>exp(x)</c>, within 1.1e-7 of the value; 0 where it is below 1.7e-38.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> bounded = Vector512.MaxNative(x, Vector512.Create(LowestExponent));
        bounded = Vector512.MinNative(bounded, Vector512.Create(HighestExponent));

        // x = n ln 2 + r. The exponent field n + 126 stands for 2^(n - 1), which is finite for the largest n and 0 for the smallest.
        Vector512<float> shift = Vector512.Create(RoundingShift + 126);
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(bounded, Vector512.Create(Log2E), shift);
        Vector512<float> n = shifted - shift;
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), bounded);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(Exp6), r, Vector512.Create(Exp5));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(Exp4));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(Exp3));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(Exp2));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512<float>.One);
        p = Vector512.MultiplyAddEstimate(p, r, Vector512<float>.One);
        Vector512<float> halfPower = Vector512.ShiftLeft(shifted.AsInt32(), MantissaBits).AsSingle();
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), (p + p) * halfPower, x);
    }
}
