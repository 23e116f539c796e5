using System;
using StaticNets.Tests.Reference.Optimizers;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

/// <summary>Keras' check values: one weight of 1, gradients 0.1, -0.2, 0.3 in turn.</summary>
public class OptimizerTests
{
    [Theory]
    [InlineData(typeof(Momentum), 0.99809)]
    [InlineData(typeof(Nesterov), 0.996281)]
    [InlineData(typeof(RmsProp), 0.9971043650)]
    [InlineData(typeof(Adam), 0.9990228918)]
    public void UpdatesAreKeras(Type settings, double expected) => Assert.Equal(expected, Train(settings), 5e-11);

    /// <summary>Without gradients only the decay moves the weight.</summary>
    [Fact]
    public void AdamWDecays()
    {
        double[] w = [1];
        ReferenceOptimizer optimizer = ReferenceOptimizer.Of(typeof(AdamW), 1);
        optimizer.Update(w, [0]);
        Assert.Equal(1 - (0.001 * 0.004), w[0], 1e-15);
    }

    /// <summary>One step from zero slots: v = (1 - rho) g^2, a = (1 - rho) g.</summary>
    [Fact]
    public void CenteredRmsPropSubtractsTheSquaredMean()
    {
        double[] w = [1];
        ReferenceOptimizer.Of(typeof(Centered), 1).Update(w, [2]);
        Assert.Equal(1 - (0.001 * 2 / Math.Sqrt((0.1 * 4) - (0.2 * 0.2) + 1e-7)), w[0], 1e-15);
    }

    private static double Train(Type settings)
    {
        double[] w = [1];
        ReferenceOptimizer optimizer = ReferenceOptimizer.Of(settings, 1);
        foreach (double g in new[] { 0.1, -0.2, 0.3 })
        {
            optimizer.Update(w, [g]);
        }

        return w[0];
    }

    [Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.9)]
    private sealed class Momentum;

    [Compile(Loss.MeanSquaredError, Optimizer.Sgd, Momentum = 0.9, Nesterov = true)]
    private sealed class Nesterov;

    [Compile(Loss.MeanSquaredError, Optimizer.RmsProp)]
    private sealed class RmsProp;

    [Compile(Loss.MeanSquaredError, Optimizer.RmsProp, Centered = true)]
    private sealed class Centered;

    [Compile(Loss.MeanSquaredError, Optimizer.Adam)]
    private sealed class Adam;

    [Compile(Loss.MeanSquaredError, Optimizer.AdamW)]
    private sealed class AdamW;
}
