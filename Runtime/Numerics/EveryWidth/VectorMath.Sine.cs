using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <content>Sine and cosine. The number of half turns is taken off in double, so that no lane's result depends on another lane.</content>
public static partial class VectorMath
{
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
        // Like RoundingShift, for doubles: 1.5 times 2^52.
        const double RoundingShiftOfDoubles = 6755399441055744;

        Vector512<double> shifted = t + Vector512.Create(RoundingShiftOfDoubles);
        Vector512<double> rest = t - (shifted - Vector512.Create(RoundingShiftOfDoubles));
        rest = Vector512.MinNative(Vector512.Create(0.5), Vector512.MaxNative(Vector512.Create(-0.5), rest));
        return (rest.AsInt64() ^ Vector512.ShiftLeft(shifted.AsInt64(), 63)).AsDouble();
    }
}
