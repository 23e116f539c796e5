using System;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class VectorMathTests
{
    private static readonly VectorMathSweep s_exp = new(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Math.Exp);
    private static readonly VectorMathSweep s_log = new(VectorMath.Log, VectorMath.Log, VectorMath.Log, Math.Log);
    private static readonly VectorMathSweep s_tanh = new(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, Math.Tanh);
    private static readonly VectorMathSweep s_sigmoid =
        new(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, x => 1 / (1 + Math.Exp(-x)));

    private static readonly VectorMathSweep s_erf = new(VectorMath.Erf, VectorMath.Erf, VectorMath.Erf, ErrorFunction.Erf);

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
    public void AllWidthsGiveTheSameBits()
    {
        foreach (VectorMathSweep function in new[] { s_exp, s_log, s_tanh, s_sigmoid, s_erf })
        {
            function.AssertSameBits(VectorMathSweep.AllMagnitudes);
            function.AssertSameBits(VectorMathSweep.Range(-20, 20));
        }
    }

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
        Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(s_tanh.Single(-0f)));
        Assert.Equal(int.MinValue, BitConverter.SingleToInt32Bits(s_erf.Single(-0f)));
    }
}
