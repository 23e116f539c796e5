using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
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
