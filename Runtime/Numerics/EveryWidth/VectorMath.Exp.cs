using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary><c>exp(x)</c>, within 1.1e-7 of the value; 0 where it is below 1.7e-38.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // Below the first the result is 0, above the second it is infinite.
        const float LowestExponent = -87.3f;
        const float HighestExponent = 88.8f;

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
