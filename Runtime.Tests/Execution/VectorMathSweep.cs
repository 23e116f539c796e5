using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace StaticNets.Tests.Execution;

/// <summary>One function of <c>VectorMath</c> in its three widths, compared with a double reference.</summary>
internal sealed class VectorMathSweep(
    Func<Vector128<float>, Vector128<float>> of128,
    Func<Vector256<float>, Vector256<float>> of256,
    Func<Vector512<float>, Vector512<float>> of512,
    Func<double, double> reference)
{
    /// <summary>Every so many of all floats, both signs, infinities and some NaNs included.</summary>
    public static float[] AllMagnitudes { get; } =
        [.. Enumerable.Range(0, (int)(0x1_0000_0000 / 4099 / 16 * 16)).Select(i => BitConverter.UInt32BitsToSingle((uint)i * 4099))];

    /// <summary>Evenly spaced values, 16 times a whole number of them.</summary>
    public static float[] Range(double low, double high) =>
        [.. Enumerable.Range(0, 400_000).Select(i => (float)(low + ((high - low) * i / 399_999)))];

    public float[] Evaluate(int width, float[] x)
    {
        float[] y = new float[x.Length];
        switch (width)
        {
            case 128:
                Map(of128, x, y);
                break;
            case 256:
                Map(of256, x, y);
                break;
            default:
                Map(of512, x, y);
                break;
        }

        return y;
    }

    public float Single(float x) => of128(Vector128.Create(x))[0];

    /// <summary>That all widths are within the relative error, or within the absolute error where that is larger.</summary>
    public void AssertAccurate(float[] x, double relative, double absolute = 0)
    {
        foreach (int width in new[] { 128, 256, 512 })
        {
            float[] y = Evaluate(width, x);
            double worst = 0;
            float worstAt = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double excess = Excess(x[i], y[i], relative, absolute);
                if (!(excess <= worst))
                {
                    (worst, worstAt) = (excess, x[i]);
                }
            }

            Assert.True(
                worst <= 1,
                $"{width} bits: f({worstAt:R}) = {Single(worstAt):R}, not {reference(worstAt):R}: {worst * relative:E2}");
        }
    }

    /// <summary>That the lanes of all widths hold the same bits.</summary>
    public void AssertSameBits(float[] x)
    {
        if (!Fma.IsSupported)
        {
            return;
        }

        float[] y = Evaluate(128, x);
        Assert.Equal(Bits(y), Bits(Evaluate(256, x)));
        Assert.Equal(Bits(y), Bits(Evaluate(512, x)));
    }

    private static IEnumerable<int> Bits(float[] values) => values.Select(BitConverter.SingleToInt32Bits);

    private static void Map<TVector>(Func<TVector, TVector> function, float[] x, float[] y)
        where TVector : struct
    {
        ReadOnlySpan<TVector> from = MemoryMarshal.Cast<float, TVector>(x.AsSpan());
        Span<TVector> to = MemoryMarshal.Cast<float, TVector>(y.AsSpan());
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = function(from[i]);
        }
    }

    private double Excess(float x, float y, double relative, double absolute)
    {
        double expected = reference(x);
        if (double.IsNaN(expected) || float.IsInfinity((float)expected))
        {
            return y.Equals((float)expected) ? 0 : double.NaN;
        }

        return Math.Abs(y - expected) / Math.Max(relative * Math.Abs(expected), absolute);
    }
}
