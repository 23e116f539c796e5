using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    /// <summary>The natural logarithm, within 1.2e-7 of the value; minus infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        const float SmallestNormal = 1.17549435e-38f;

        // ln(1 + f) = f - f^2 / 2 + f^3 (Log3 + Log4 f + ...) for 1 + f from 2/3 to 4/3.
        const float Log3 = 0.33333215f;
        const float Log4 = -0.24999806f;
        const float Log5 = 0.20010427f;
        const float Log6 = -0.16680196f;
        const float Log7 = 0.14005734f;
        const float Log8 = -0.12187478f;
        const float Log9 = 0.13984594f;
        const float Log10 = -0.12880054f;

        // The bits of 2/3.
        const int TwoThirds = 0x3F2AAAAB;

        Vector512<float> subnormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        Vector512<float> scaled = Vector512.ConditionalSelect(subnormal, x * Vector512.Create((float)(1 << MantissaBits)), x);

        // scaled = 2^e (1 + f), with 1 + f from 2/3 to 4/3.
        Vector512<int> fromTwoThirds = scaled.AsInt32() - Vector512.Create(TwoThirds);
        Vector512<float> e = Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(fromTwoThirds, MantissaBits));
        e -= subnormal & Vector512.Create((float)MantissaBits);
        Vector512<int> exponentBits = fromTwoThirds & Vector512.Create(-1 << MantissaBits);
        Vector512<float> f = (scaled.AsInt32() - exponentBits).AsSingle() - Vector512<float>.One;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(Log10), f, Vector512.Create(Log9));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(Log8));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(Log7));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(Log6));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(Log5));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(Log4));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(Log3));
        p = Vector512.MultiplyAddEstimate(p, f, Vector512.Create(-0.5f));
        Vector512<float> low = Vector512.MultiplyAddEstimate(e, Vector512.Create(Ln2Low), p * (f * f));
        Vector512<float> result = Vector512.MultiplyAddEstimate(e, Vector512.Create(Ln2High), f + low);

        // Infinity and NaN are their own logarithms.
        Vector512<float> zero = Vector512<float>.Zero;
        Vector512<float> inside = Vector512.GreaterThan(x, zero) & Vector512.LessThan(x, Vector512.Create(float.PositiveInfinity));
        Vector512<float> outside = Vector512.ConditionalSelect(Vector512.LessThan(x, zero), Vector512.Create(float.NaN), x);
        outside = Vector512.ConditionalSelect(Vector512.Equals(x, zero), Vector512.Create(float.NegativeInfinity), outside);
        return Vector512.ConditionalSelect(inside, result, outside);
    }
}
