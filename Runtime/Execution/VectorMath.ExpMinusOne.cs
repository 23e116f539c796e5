using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary><c>exp(x) - 1</c> for x from -87 to 0, with its relative accuracy kept near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExpMinusOne(Vector128<float> x)
    {
        // x = n ln 2 + r; exp(x) - 1 = 2^n (exp(r) - 1) + (2^n - 1).
        Vector128<float> shift = Vector128.Create(RoundingShift + 127);
        Vector128<float> shifted = Vector128.MultiplyAddEstimate(x, Vector128.Create(Log2E), shift);
        Vector128<float> n = shifted - shift;
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), x);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), r);
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(Exp6), r, Vector128.Create(Exp5));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(Exp4));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(Exp3));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(Exp2));
        p = Vector128.MultiplyAddEstimate(p * r, r, r);
        Vector128<float> power = Vector128.ShiftLeft(shifted.AsInt32(), MantissaBits).AsSingle();
        return Vector128.MultiplyAddEstimate(power, p, power - Vector128<float>.One);
    }

    /// <summary><c>exp(x) - 1</c> for x from -87 to 0, with its relative accuracy kept near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpMinusOne(Vector256<float> x)
    {
        // x = n ln 2 + r; exp(x) - 1 = 2^n (exp(r) - 1) + (2^n - 1).
        Vector256<float> shift = Vector256.Create(RoundingShift + 127);
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), shift);
        Vector256<float> n = shifted - shift;
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), r);
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(Exp6), r, Vector256.Create(Exp5));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(Exp4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(Exp3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(Exp2));
        p = Vector256.MultiplyAddEstimate(p * r, r, r);
        Vector256<float> power = Vector256.ShiftLeft(shifted.AsInt32(), MantissaBits).AsSingle();
        return Vector256.MultiplyAddEstimate(power, p, power - Vector256<float>.One);
    }

    /// <summary><c>exp(x) - 1</c> for x from -87 to 0, with its relative accuracy kept near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpMinusOne(Vector512<float> x)
    {
        // x = n ln 2 + r; exp(x) - 1 = 2^n (exp(r) - 1) + (2^n - 1).
        Vector512<float> shift = Vector512.Create(RoundingShift + 127);
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), shift);
        Vector512<float> n = shifted - shift;
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(Exp6), r, Vector512.Create(Exp5));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(Exp4));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(Exp3));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(Exp2));
        p = Vector512.MultiplyAddEstimate(p * r, r, r);
        Vector512<float> power = Vector512.ShiftLeft(shifted.AsInt32(), MantissaBits).AsSingle();
        return Vector512.MultiplyAddEstimate(power, p, power - Vector512<float>.One);
    }
}
