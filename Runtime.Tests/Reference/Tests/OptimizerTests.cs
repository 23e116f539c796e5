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
    [InlineData(typeof(Adagrad), 0.9996025141)]
    [InlineData(typeof(Adamax), 0.9990422421)]
    [InlineData(typeof(Nadam), 0.9989871558)]
    [InlineData(typeof(Adadelta), 0.9999982194)]
    [InlineData(typeof(Lion), 0.999)]
    [InlineData(typeof(Ftrl), 0.0461399248)]
    public void UpdatesAreKeras(Type settings, double expected) => Assert.Equal(expected, Train(settings), 5e-11);

    /// <summary>What PyTorch computes where its formulas are Keras': tools/reference/optimizer_values.py.</summary>
    [Fact]
    public void UpdatesArePyTorchs()
    {
        Assert.Equal(0.9954029, Train(new ScalarSgd(0.9, nesterov: false, 0), 0.01), 1e-14);
        Assert.Equal(0.99503792, Train(new ScalarSgd(0.8, nesterov: true, 0), 0.01), 1e-14);
        Assert.Equal(0.9812399118225149, Train(new ScalarRmsProp(0.8, 0, 0, centered: false, 0), 0.01), 1e-14);
        Assert.Equal(0.9608343336000824, Train(new ScalarRmsProp(0.8, 0.5, 0, centered: true, 0), 0.01), 1e-14);
        Assert.Equal(0.986223849739224, Train(new ScalarAdam(0.9, 0.95, 0, 0), 0.01), 1e-14);
        Assert.Equal(0.9812716669967761, Train(new ScalarAdam(0.9, 0.95, 0, 0.1), 0.01), 1e-14);
        Assert.Equal(0.9874667648039852, Train(new ScalarAdam(0.9, 0.5, 0, 0, amsGrad: true), 0.01), 1e-14);
        Assert.Equal(0.9966346822370333, Train(new ScalarAdagrad(0.1, 0, 0), 0.01), 1e-14);
        Assert.Equal(0.9535086682865037, Train(new ScalarAdadelta(0.95, 1e-3, 0), 0.5), 1e-14);
        Assert.Equal(0.988028368392434, Train(new ScalarAdamax(0.9, 0.999, 0, 0), 0.01), 1e-14);
    }

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

    private static double Train(ScalarRule rule, double rate)
    {
        double w = 1;
        double[] slots = [rule.Start(0), rule.Start(1), rule.Start(2)];
        double[] gradients = [0.1, -0.2, 0.3, -0.05, 0.02];
        for (int t = 1; t <= gradients.Length; t++)
        {
            w = rule.Step(w, gradients[t - 1], slots, t, rate);
        }

        return w;
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

    [Compile(Loss.MeanSquaredError, Optimizer.Adagrad)]
    private sealed class Adagrad;

    [Compile(Loss.MeanSquaredError, Optimizer.Adamax)]
    private sealed class Adamax;

    [Compile(Loss.MeanSquaredError, Optimizer.Nadam)]
    private sealed class Nadam;

    [Compile(Loss.MeanSquaredError, Optimizer.Adadelta)]
    private sealed class Adadelta;

    [Compile(Loss.MeanSquaredError, Optimizer.Lion)]
    private sealed class Lion;

    [Compile(Loss.MeanSquaredError, Optimizer.Ftrl)]
    private sealed class Ftrl;
}
