using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>Sine and cosine. The number of half turns is taken off in double, so that no lane's result depends on another lane.</content>
public static partial class VectorMath
{
    // sin(pi t) = t (Sine1 + Sine3 t^2 + ...) for t within 1/2.
    private const float Sine1 = 3.1415927f;
    private const float Sine3 = -5.167721f;
    private const float Sine5 = 2.5502698f;
    private const float Sine7 = -0.59943736f;
    private const float Sine9 = 0.079835765f;

    private const double InversePi = 0.31830988618379067;

    /// <summary>Like <see cref="RoundingShift"/>, for doubles: 1.5 times 2^52.</summary>
    private const double RoundingShiftOfDoubles = 6755399441055744;

    /// <summary><c>sin(x)</c>, within 2e-7 of 1 for |x| up to 1e9; from -1 to 1 for larger ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sin(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        Vector128<double> inverse = Vector128.Create(InversePi);
        return SineOfHalfTurns(Vector128.Narrow(WithinHalf(lower * inverse), WithinHalf(upper * inverse)));
    }

    /// <summary><c>cos(x) = sin(x + pi / 2)</c>, within 2e-7 of 1 for |x| up to 1e9; from -1 to 1 for larger ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Cos(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        Vector128<double> inverse = Vector128.Create(InversePi);
        Vector128<double> quarter = Vector128.Create(0.5);
        return SineOfHalfTurns(Vector128.Narrow(WithinHalf((lower * inverse) + quarter), WithinHalf((upper * inverse) + quarter)));
    }

    /// <summary><c>sin(pi t)</c> for t within 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> SineOfHalfTurns(Vector128<float> t)
    {
        Vector128<float> square = t * t;
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(Sine9), square, Vector128.Create(Sine7));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(Sine5));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(Sine3));
        p = Vector128.MultiplyAddEstimate(p, square, Vector128.Create(Sine1));
        return t * p;
    }

    /// <summary>Half turns within 1/2 that have the same sine: t - n for an even n, n - t for an odd one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> WithinHalf(Vector128<double> t)
    {
        Vector128<double> shifted = t + Vector128.Create(RoundingShiftOfDoubles);
        Vector128<double> rest = t - (shifted - Vector128.Create(RoundingShiftOfDoubles));
        rest = Vector128.MinNative(Vector128.Create(0.5), Vector128.MaxNative(Vector128.Create(-0.5), rest));
        return (rest.AsInt64() ^ Vector128.ShiftLeft(shifted.AsInt64(), 63)).AsDouble();
    }

    /// <summary><c>sin(x)</c>, within 2e-7 of 1 for |x| up to 1e9; from -1 to 1 for larger ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        Vector256<double> inverse = Vector256.Create(InversePi);
        return SineOfHalfTurns(Vector256.Narrow(WithinHalf(lower * inverse), WithinHalf(upper * inverse)));
    }

    /// <summary><c>cos(x) = sin(x + pi / 2)</c>, within 2e-7 of 1 for |x| up to 1e9; from -1 to 1 for larger ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        Vector256<double> inverse = Vector256.Create(InversePi);
        Vector256<double> quarter = Vector256.Create(0.5);
        return SineOfHalfTurns(Vector256.Narrow(WithinHalf((lower * inverse) + quarter), WithinHalf((upper * inverse) + quarter)));
    }

    /// <summary><c>sin(pi t)</c> for t within 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> SineOfHalfTurns(Vector256<float> t)
    {
        Vector256<float> square = t * t;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(Sine9), square, Vector256.Create(Sine7));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(Sine5));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(Sine3));
        p = Vector256.MultiplyAddEstimate(p, square, Vector256.Create(Sine1));
        return t * p;
    }

    /// <summary>Half turns within 1/2 that have the same sine: t - n for an even n, n - t for an odd one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WithinHalf(Vector256<double> t)
    {
        Vector256<double> shifted = t + Vector256.Create(RoundingShiftOfDoubles);
        Vector256<double> rest = t - (shifted - Vector256.Create(RoundingShiftOfDoubles));
        rest = Vector256.MinNative(Vector256.Create(0.5), Vector256.MaxNative(Vector256.Create(-0.5), rest));
        return (rest.AsInt64() ^ Vector256.ShiftLeft(shifted.AsInt64(), 63)).AsDouble();
    }

    /// <summary><c>sin(x)</c>, within 2e-7 of 1 for |x| up to 1e9; from -1 to 1 for larger ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        Vector512<double> inverse = Vector512.Create(InversePi);
        return SineOfHalfTurns(Vector512.Narrow(WithinHalf(lower * inverse), WithinHalf(upper * inverse)));
    }

    /// <summary><c>cos(x) = sin(x + pi / 2)</c>, within 2e-7 of 1 for |x| up to 1e9; from -1 to 1 for larger ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x);
        Vector512<double> inverse = Vector512.Create(InversePi);
        Vector512<double> quarter = Vector512.Create(0.5);
        return SineOfHalfTurns(Vector512.Narrow(WithinHalf((lower * inverse) + quarter), WithinHalf((upper * inverse) + quarter)));
    }

    /// <summary><c>sin(pi t)</c> for t within 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> SineOfHalfTurns(Vector512<float> t)
    {
        Vector512<float> square = t * t;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(Sine9), square, Vector512.Create(Sine7));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(Sine5));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(Sine3));
        p = Vector512.MultiplyAddEstimate(p, square, Vector512.Create(Sine1));
        return t * p;
    }

    /// <summary>Half turns within 1/2 that have the same sine: t - n for an even n, n - t for an odd one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> WithinHalf(Vector512<double> t)
    {
        Vector512<double> shifted = t + Vector512.Create(RoundingShiftOfDoubles);
        Vector512<double> rest = t - (shifted - Vector512.Create(RoundingShiftOfDoubles));
        rest = Vector512.MinNative(Vector512.Create(0.5), Vector512.MaxNative(Vector512.Create(-0.5), rest));
        return (rest.AsInt64() ^ Vector512.ShiftLeft(shifted.AsInt64(), 63)).AsDouble();
    }
}
