using System;
using System.Linq;
using System.Runtime.Intrinsics;
using StaticNets.Execution;
using StaticNets.Tests.Reference.Activations;
using StaticNets.Tests.Reference.Losses;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class VectorMathTests
{
    private static readonly VectorMathSweep s_exp = new(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Math.Exp);
    private static readonly VectorMathSweep s_log = new(VectorMath.Log, VectorMath.Log, VectorMath.Log, Math.Log);
    private static readonly VectorMathSweep s_tanh = new(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, Math.Tanh);
    private static readonly VectorMathSweep s_sigmoid =
        new(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, x => 1 / (1 + Math.Exp(-x)));

    private static readonly VectorMathSweep s_sin = new(VectorMath.Sin, VectorMath.Sin, VectorMath.Sin, Math.Sin);
    private static readonly VectorMathSweep s_cos = new(VectorMath.Cos, VectorMath.Cos, VectorMath.Cos, Math.Cos);

    private static readonly VectorMathSweep s_erf = new(VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, ErrorFunction.Erf);

    private static readonly VectorMathSweep s_softplus =
        new(VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, ElementwiseFunction.Softplus);

    private static readonly VectorMathSweep s_oneMinusExp =
        new(VectorMath.OneMinusExp, VectorMath.OneMinusExp, VectorMath.OneMinusExp, x => 2 * Math.Tanh(x / 2) / (1 + Math.Tanh(x / 2)));

    private static readonly VectorMathSweep s_logCosh =
        new(VectorMath.LogCosh, VectorMath.LogCosh, VectorMath.LogCosh, ElementwiseLoss.LogCoshOf);

    private static readonly VectorMathSweep s_mish = Of(Activation.Mish, VectorMath.Mish, VectorMath.Mish, VectorMath.Mish);
    private static readonly VectorMathSweep s_geluTanh = Of(Activation.GeluTanh, VectorMath.GeluTanh, VectorMath.GeluTanh, VectorMath.GeluTanh);

    // The reference cancels below 0, where f(-x) = 1 / f(x).
    private static readonly VectorMathSweep s_squarePlus = new(
        VectorMath.SquarePlus,
        VectorMath.SquarePlus,
        VectorMath.SquarePlus,
        x => x < 0 ? 1 / ElementwiseFunction.Value(Activation.SquarePlus, -x) : ElementwiseFunction.Value(Activation.SquarePlus, x));

    private static readonly VectorMathSweep[] s_derivatives =
    [
        Derivative(Activation.Mish, VectorMath.MishDerivative, VectorMath.MishDerivative, VectorMath.MishDerivative),
        Derivative(Activation.GeluTanh, VectorMath.GeluTanhDerivative, VectorMath.GeluTanhDerivative, VectorMath.GeluTanhDerivative),
        Derivative(Activation.TanhShrink, VectorMath.TanhSquare, VectorMath.TanhSquare, VectorMath.TanhSquare),
    ];

    /// <summary>Below this exp gives 0 instead of a value near the smallest normal one.</summary>
    private const double Tiny = 1.7e-38;

    private const double SmallestSubnormal = float.Epsilon;

    [Fact]
    public void ExpIsAccurate()
    {
        s_exp.AssertAccurate(VectorMathSweep.AllMagnitudes, 1.1e-7, Tiny);
        s_exp.AssertAccurate(VectorMathSweep.Range(-87, 88.7228), 1.1e-7, Tiny);
        s_exp.AssertAccurate(VectorMathSweep.Range(-1, 1), 1.1e-7);
    }

    [Fact]
    public void LogIsAccurate()
    {
        s_log.AssertAccurate(VectorMathSweep.AllMagnitudes, 1.2e-7);
        s_log.AssertAccurate(VectorMathSweep.Range(0, 3), 1.2e-7);
    }

    [Fact]
    public void TanhIsAccurate()
    {
        s_tanh.AssertAccurate(VectorMathSweep.AllMagnitudes, 2e-7);
        s_tanh.AssertAccurate(VectorMathSweep.Range(-11, 11), 2e-7);
    }

    [Fact]
    public void SigmoidIsAccurate()
    {
        s_sigmoid.AssertAccurate(VectorMathSweep.AllMagnitudes, 2e-7, Tiny);
        s_sigmoid.AssertAccurate(VectorMathSweep.Range(-90, 20), 2e-7, Tiny);
    }

    [Fact]
    public void ErfIsAccurate()
    {
        s_erf.AssertAccurate(VectorMathSweep.AllMagnitudes, 2.3e-7, SmallestSubnormal);
        s_erf.AssertAccurate(VectorMathSweep.Range(-5, 5), 2.3e-7);
    }

    [Fact]
    public void SineAndCosineAreAccurate()
    {
        foreach (VectorMathSweep function in new[] { s_sin, s_cos })
        {
            function.AssertAccurate(VectorMathSweep.Range(-10, 10), 2e-7, 2e-7);
            function.AssertAccurate(VectorMathSweep.Range(-1e5, 1e5), 2e-7, 2e-7);
            function.AssertAccurate(Array.ConvertAll(VectorMathSweep.AllMagnitudes, x => Math.Abs(x) > 1e9 ? 0 : x), 2e-7, 2e-7);
            float[] far = Array.ConvertAll(VectorMathSweep.AllMagnitudes, x => Math.Abs(x) > 1e9 && float.IsFinite(x) ? x : 1e10f);
            Assert.True(function.Evaluate(256, far).All(y => y is >= -1.0000002f and <= 1.0000002f));
            Assert.Equal(float.NaN, function.Single(float.PositiveInfinity));
        }

        // Small values keep their relative accuracy.
        s_sin.AssertAccurate(VectorMathSweep.Range(-1e-3, 1e-3), 2e-7);
        s_sin.AssertAccurate(VectorMathSweep.Range(3.1405, 3.1425), 2e-7);
    }

    [Fact]
    public void SoftplusIsAccurate()
    {
        s_softplus.AssertAccurate(VectorMathSweep.AllMagnitudes, 1.8e-7, Tiny);
        s_softplus.AssertAccurate(VectorMathSweep.Range(-87, 20), 1.8e-7, Tiny);
        s_oneMinusExp.AssertAccurate(VectorMathSweep.Range(0, 200), 2e-7);
        s_oneMinusExp.AssertAccurate(VectorMathSweep.Range(0, 1e-3), 2e-7);
        s_logCosh.AssertAccurate(VectorMathSweep.AllMagnitudes, 6e-7, 2e-38);
        s_logCosh.AssertAccurate(VectorMathSweep.Range(-1e-3, 1e-3), 6e-7, 2e-38);
        s_logCosh.AssertAccurate(VectorMathSweep.Range(-3, 3), 6e-7, 2e-38);
    }

    [Fact]
    public void LogCoshIsAccurate()
    {
        s_logCosh.AssertAccurate(VectorMathSweep.AllMagnitudes, 1e-6, Tiny);
        s_logCosh.AssertAccurate(VectorMathSweep.Range(-3, 3), 1e-6);
    }

    // Functions that are 0 at minus infinity as a product of infinity and 0 are NaN there, as in Keras.
    [Fact]
    public void FunctionsMadeOfOthersAreAccurate()
    {
        s_mish.AssertAccurate(Finite(VectorMathSweep.AllMagnitudes), 5e-7, 1e-35);
        s_mish.AssertAccurate(VectorMathSweep.Range(-80, 30), 5e-7, 1e-35);
        s_squarePlus.AssertAccurate(Finite(VectorMathSweep.AllMagnitudes), 2.5e-7);
        s_squarePlus.AssertAccurate(VectorMathSweep.Range(-1e5, 1e5), 2.5e-7);
        s_geluTanh.AssertAccurate(VectorMathSweep.Range(-3, 3), 1e-6, 1e-9);
        s_geluTanh.AssertAccurate(Finite(VectorMathSweep.AllMagnitudes), 1e-6, 1e-6);
    }

    [Fact]
    public void DerivativesAreAccurateEverywhere()
    {
        foreach (VectorMathSweep derivative in s_derivatives)
        {
            derivative.AssertAccurate(Finite(VectorMathSweep.AllMagnitudes), 1e-6, 1e-6);
            derivative.AssertAccurate(VectorMathSweep.Range(-12, 12), 1e-6, 1e-6);
        }
    }

    [Fact]
    public void NoNumberStaysNoNumber() => Assert.All(
        [s_sin, s_cos, s_softplus, s_oneMinusExp, s_logCosh, s_mish, s_squarePlus, s_geluTanh, .. s_derivatives],
        function => Assert.All(new[] { 128, 256, 512 }, width => Assert.All(function.Evaluate(width, [.. Enumerable.Repeat(float.NaN, 16)]), y => Assert.Equal(float.NaN, y))));

    [Fact]
    public void AllWidthsGiveTheSameBits()
    {
        foreach (VectorMathSweep function in (VectorMathSweep[])[s_exp, s_log, s_sin, s_cos, s_tanh, s_sigmoid, s_erf, s_softplus, s_mish, s_squarePlus, s_geluTanh, .. s_derivatives])
        {
            function.AssertSameBits(VectorMathSweep.AllMagnitudes);
            function.AssertSameBits(VectorMathSweep.Range(-20, 20));
        }
    }

    private static VectorMathSweep Of(
        Activation activation,
        Func<Vector128<float>, Vector128<float>> of128,
        Func<Vector256<float>, Vector256<float>> of256,
        Func<Vector512<float>, Vector512<float>> of512) => new(of128, of256, of512, x => ElementwiseFunction.Value(activation, x));

    private static VectorMathSweep Derivative(
        Activation activation,
        Func<Vector128<float>, Vector128<float>> of128,
        Func<Vector256<float>, Vector256<float>> of256,
        Func<Vector512<float>, Vector512<float>> of512) =>
        new(of128, of256, of512, x => ElementwiseFunction.Derivative(activation, x));

    private static float[] Finite(float[] x) => Array.ConvertAll(x, value => float.IsInfinity(value) ? 0 : value);

    [Fact]
    public void LimitsAreExact()
    {
        Assert.Equal(1, s_exp.Single(0));
        Assert.Equal(0, s_exp.Single(float.NegativeInfinity));
        Assert.Equal(0, s_exp.Single(-1000));
        Assert.Equal(float.PositiveInfinity, s_exp.Single(88.73f));
        Assert.Equal(0, s_log.Single(1));
        Assert.Equal(float.NegativeInfinity, s_log.Single(0));
        Assert.Equal(float.NegativeInfinity, s_log.Single(-0f));
        Assert.Equal(1, s_tanh.Single(9.2f));
        Assert.Equal(-1, s_tanh.Single(float.NegativeInfinity));
        Assert.Equal(0, s_sigmoid.Single(float.NegativeInfinity));
        Assert.Equal(1, s_sigmoid.Single(float.PositiveInfinity));
        Assert.Equal(0.5f, s_sigmoid.Single(0));
        Assert.Equal(1, s_erf.Single(4));
        Assert.Equal(-1, s_erf.Single(float.NegativeInfinity));
        Assert.Equal(1, s_cos.Single(0));
        Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(s_sin.Single(-0f)));
        Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(s_tanh.Single(-0f)));
        Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(s_erf.Single(-0f)));
    }
}
