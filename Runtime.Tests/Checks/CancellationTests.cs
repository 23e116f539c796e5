using System;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Small differences of large values, and losses near 0: all digits are there. Expected values were computed in double.</summary>
public class CancellationTests
{
    [Theory]
    [InlineData(10_001, 0.99950037468777322)]
    [InlineData(10_000.25f, 0.2498750936719433)]
    public void A_normalization_subtracts_the_mean_first(float x, double expected)
    {
        float[] y = new float[1];
        FarFromZero net = new();
        net.SetParameters([1, 0, 10_000, 1]);
        net.Predict([x], y);
        AssertClose(expected, y[0]);
    }

    [Fact]
    public void A_folded_normalization_subtracts_the_mean_from_the_bias_first()
    {
        float[] y = new float[1];
        FarFromZeroFolded net = new();
        net.SetParameters([1, 10_000.25f, 1, 0, 10_000, 1]);
        net.Predict([0], y);
        AssertClose(0.2498750936719433, y[0]);
    }

    [Theory]
    [InlineData(1e-3f, 4.999999641641255e-07)]
    [InlineData(0.02f, 0.00019998665914921148)]
    [InlineData(0.99f, 0.42618600173843746)]
    [InlineData(1.01f, 0.4414176570996795)]
    [InlineData(1e4f, 9999.3068528194400)]
    public void LogCosh_keeps_its_digits(float error, double expected)
    {
        NearLogCosh net = new();
        net.SetParameters([1, 0]);
        AssertClose(expected, net.ComputeLoss(new Batch { Count = 1, Inputs = [error], Targets = [0] }, new float[1]));
    }

    [Fact]
    public void Logarithms_near_1_keep_their_digits()
    {
        NearLogarithm logarithm = new();
        logarithm.SetParameters([1, 0]);
        double expected = Math.Pow(Math.Log(1.00001) - Math.Log(1.00003), 2);
        AssertClose(expected, logarithm.ComputeLoss(new Batch { Count = 1, Inputs = [1e-5f], Targets = [3e-5f] }, new float[1]));

        NearCrossentropy crossentropy = new();
        crossentropy.SetParameters([1, 0]);
        AssertClose(1.000005e-5, crossentropy.ComputeLoss(new Batch { Count = 1, Inputs = [1e-5f], Targets = [0] }, new float[1]));
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 2e-6 * Math.Abs(expected), FormattableString.Invariant($"{actual:R} instead of {expected:R}"));
}
