using System;
using StaticNets.Tests.Reference.Activations;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

public class ActivationTests
{
    [Theory]
    [InlineData(Activation.Linear, -2, -2)]
    [InlineData(Activation.Relu, -0.5, 0)]
    [InlineData(Activation.Relu, 1.5, 1.5)]
    [InlineData(Activation.LeakyRelu, -2, -0.4)]
    [InlineData(Activation.LeakyRelu, 1.5, 1.5)]
    [InlineData(Activation.Elu, -2, -0.8646647)]
    [InlineData(Activation.Elu, -0.5, -0.3934693)]
    [InlineData(Activation.Elu, 1.5, 1.5)]
    [InlineData(Activation.Gelu, -2, -0.0455003)]
    [InlineData(Activation.Gelu, -0.5, -0.1542688)]
    [InlineData(Activation.Gelu, 1.5, 1.3997892)]
    [InlineData(Activation.Silu, -2, -0.2384058)]
    [InlineData(Activation.Silu, -0.5, -0.1887703)]
    [InlineData(Activation.Silu, 1.5, 1.2263617)]
    [InlineData(Activation.Sigmoid, 0, 0.5)]
    [InlineData(Activation.Sigmoid, 2, 0.8807971)]
    [InlineData(Activation.Tanh, -0.5, -0.4621172)]
    [InlineData(Activation.Relu6, 1.5, 1.5)]
    [InlineData(Activation.Relu6, 7, 6)]
    [InlineData(Activation.Selu, -2, -1.5201665)]
    [InlineData(Activation.Selu, -0.5, -0.6917582)]
    [InlineData(Activation.Selu, 1.5, 1.5760515)]
    [InlineData(Activation.Celu, -2, -0.8646647)]
    [InlineData(Activation.GeluTanh, -2, -0.0454023)]
    [InlineData(Activation.GeluTanh, -0.5, -0.1542860)]
    [InlineData(Activation.GeluTanh, 1.5, 1.3995716)]
    [InlineData(Activation.Mish, -2, -0.2525015)]
    [InlineData(Activation.Mish, -0.5, -0.2207438)]
    [InlineData(Activation.Mish, 1.5, 1.4033783)]
    [InlineData(Activation.Softplus, -2, 0.1269280)]
    [InlineData(Activation.Softplus, -0.5, 0.4740770)]
    [InlineData(Activation.Softplus, 1.5, 1.7014133)]
    [InlineData(Activation.LogSigmoid, 2, -0.1269280)]
    [InlineData(Activation.Softsign, -2, -0.6666667)]
    [InlineData(Activation.Softsign, 1.5, 0.6)]
    [InlineData(Activation.HardSigmoid, -2, 0.1666667)]
    [InlineData(Activation.HardSigmoid, 1.5, 0.75)]
    [InlineData(Activation.HardSilu, 1.5, 1.125)]
    [InlineData(Activation.HardTanh, -1.5, -1)]
    [InlineData(Activation.SoftShrink, -1.5, -1)]
    [InlineData(Activation.HardShrink, -1.5, -1.5)]
    [InlineData(Activation.HardShrink, 0.5, 0)]
    [InlineData(Activation.SquarePlus, 1.5, 2)]
    [InlineData(Activation.SparsePlus, 0, 0.25)]
    [InlineData(Activation.SparsePlus, 1.5, 1.5)]
    [InlineData(Activation.SparseSigmoid, -0.5, 0.25)]
    public void ValuesAreKeras(Activation activation, double x, double expected) =>
        Assert.Equal(expected, ElementwiseFunction.Value(activation, x), 6e-8);

    [Theory]
    [InlineData(Activation.Relu, 0, 0)]
    [InlineData(Activation.Sigmoid, 1000, 0)]
    [InlineData(Activation.Sigmoid, -1000, 0)]
    [InlineData(Activation.Silu, 1000, 1)]
    [InlineData(Activation.Silu, -1000, 0)]
    [InlineData(Activation.Gelu, 1000, 1)]
    [InlineData(Activation.Gelu, -1000, 0)]
    [InlineData(Activation.Elu, -1000, 0)]
    public void DerivativesHoldAtTheLimits(Activation activation, double x, double expected) =>
        Assert.Equal(expected, ElementwiseFunction.Derivative(activation, x));

    /// <summary>Values of the error function from any table: erf(1), erf(2), erf(3).</summary>
    [Theory]
    [InlineData(1, 0.84270079294971486934)]
    [InlineData(2, 0.99532226501895273416)]
    [InlineData(3, 0.99997790950300141456)]
    public void NormalDistributionMatchesTheErrorFunction(double x, double erf)
    {
        Assert.Equal((1 + erf) / 2, NormalDistribution.Cumulative(x * Math.Sqrt(2)), 1e-15);
        Assert.Equal((1 - erf) / 2, NormalDistribution.Cumulative(-x * Math.Sqrt(2)), 1e-15);
    }

    [Fact]
    public void NormalDistributionOfNaNEnds() => Assert.True(NormalDistribution.Cumulative(double.NaN) <= 1);

    [Fact]
    public void SoftmaxRunsOverRowsAndDoesNotOverflow()
    {
        double[] y = SoftmaxFunction.Forward([0, Math.Log(3), 1000, 1000], 2);
        Assert.Equal([0.25, 0.75, 0.5, 0.5], y, (a, b) => Math.Abs(a - b) < 1e-15);
    }
}
