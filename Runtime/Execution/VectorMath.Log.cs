using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class VectorMath
{
    private const float SmallestNormal = 1.17549435e-38f;

    // ln(1 + f) = f - f^2 / 2 + f^3 (Log3 + Log4 f + ...) for 1 + f from 2/3 to 4/3.
    private const float Log3 = 0.33333215f;
    private const float Log4 = -0.24999806f;
    private const float Log5 = 0.20010427f;
    private const float Log6 = -0.16680196f;
    private const float Log7 = 0.14005734f;
    private const float Log8 = -0.12187478f;
    private const float Log9 = 0.13984594f;
    private const float Log10 = -0.12880054f;

    /// <summary>The bits of 2/3.</summary>
    private const int TwoThirds = 0x3F2AAAAB;

    /// <summary>The natural logarithm, within 1.2e-7 of the value; minus infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Log(Vector128<float> x)
    {
        Vector128<float> subnormal = Vector128.LessThan(x, Vector128.Create(SmallestNormal));
        Vector128<float> scaled = Vector128.ConditionalSelect(subnormal, x * Vector128.Create((float)(1 << MantissaBits)), x);

        // scaled = 2^e (1 + f), with 1 + f from 2/3 to 4/3.
        Vector128<int> fromTwoThirds = scaled.AsInt32() - Vector128.Create(TwoThirds);
        Vector128<float> e = Vector128.ConvertToSingle(Vector128.ShiftRightArithmetic(fromTwoThirds, MantissaBits));
        e -= subnormal & Vector128.Create((float)MantissaBits);
        Vector128<int> exponentBits = fromTwoThirds & Vector128.Create(-1 << MantissaBits);
        Vector128<float> f = (scaled.AsInt32() - exponentBits).AsSingle() - Vector128<float>.One;
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(Log10), f, Vector128.Create(Log9));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(Log8));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(Log7));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(Log6));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(Log5));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(Log4));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(Log3));
        p = Vector128.MultiplyAddEstimate(p, f, Vector128.Create(-0.5f));
        Vector128<float> low = Vector128.MultiplyAddEstimate(e, Vector128.Create(Ln2Low), p * (f * f));
        Vector128<float> result = Vector128.MultiplyAddEstimate(e, Vector128.Create(Ln2High), f + low);

        // Infinity and NaN are their own logarithms.
        Vector128<float> zero = Vector128<float>.Zero;
        Vector128<float> inside = Vector128.GreaterThan(x, zero) & Vector128.LessThan(x, Vector128.Create(float.PositiveInfinity));
        Vector128<float> outside = Vector128.ConditionalSelect(Vector128.LessThan(x, zero), Vector128.Create(float.NaN), x);
        outside = Vector128.ConditionalSelect(Vector128.Equals(x, zero), Vector128.Create(float.NegativeInfinity), outside);
        return Vector128.ConditionalSelect(inside, result, outside);
    }

    /// <summary>The natural logarithm, within 1.2e-7 of the value; minus infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<float> subnormal = Vector256.LessThan(x, Vector256.Create(SmallestNormal));
        Vector256<float> scaled = Vector256.ConditionalSelect(subnormal, x * Vector256.Create((float)(1 << MantissaBits)), x);

        // scaled = 2^e (1 + f), with 1 + f from 2/3 to 4/3.
        Vector256<int> fromTwoThirds = scaled.AsInt32() - Vector256.Create(TwoThirds);
        Vector256<float> e = Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(fromTwoThirds, MantissaBits));
        e -= subnormal & Vector256.Create((float)MantissaBits);
        Vector256<int> exponentBits = fromTwoThirds & Vector256.Create(-1 << MantissaBits);
        Vector256<float> f = (scaled.AsInt32() - exponentBits).AsSingle() - Vector256<float>.One;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(Log10), f, Vector256.Create(Log9));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log8));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log7));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log6));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log5));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log4));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(Log3));
        p = Vector256.MultiplyAddEstimate(p, f, Vector256.Create(-0.5f));
        Vector256<float> low = Vector256.MultiplyAddEstimate(e, Vector256.Create(Ln2Low), p * (f * f));
        Vector256<float> result = Vector256.MultiplyAddEstimate(e, Vector256.Create(Ln2High), f + low);

        // Infinity and NaN are their own logarithms.
        Vector256<float> zero = Vector256<float>.Zero;
        Vector256<float> inside = Vector256.GreaterThan(x, zero) & Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity));
        Vector256<float> outside = Vector256.ConditionalSelect(Vector256.LessThan(x, zero), Vector256.Create(float.NaN), x);
        outside = Vector256.ConditionalSelect(Vector256.Equals(x, zero), Vector256.Create(float.NegativeInfinity), outside);
        return Vector256.ConditionalSelect(inside, result, outside);
    }

    /// <summary>The natural logarithm, within 1.2e-7 of the value; minus infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
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
