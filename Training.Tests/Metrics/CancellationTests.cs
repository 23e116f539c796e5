using System;
using System.Linq;
using StaticNets.Metrics;
using Xunit;

namespace StaticNets.Training.Tests.Metrics;

/// <summary>Small results of large numbers: a formula that subtracts the latter leaves nothing of the former.</summary>
public sealed class CancellationTests
{
    [Fact]
    public void R2Score_is_taken_from_centred_sums()
    {
        Assert.Equal(1, R2Score([.. Enumerable.Repeat((0.1f, 0.1f), 23)]));
        Assert.Equal(0, R2Score([.. Enumerable.Repeat((1.1f, 0.1f), 23)]));
        Assert.Equal(0.2, R2Score([.. Enumerable.Range(0, 4000).Select(n => (1e7f + (n % 4) + 1, 1e7f + (n % 4)))]), 1e-10);
        Assert.Equal(double.NaN, R2Score([(float.NaN, 1), (1, 1)]));
        Assert.Equal(double.NaN, R2Score([(1, float.NaN), (1, 1)]));
        Assert.Equal(0, R2Score([]));
    }

    [Fact]
    public void R2Score_is_the_mean_over_the_outputs()
    {
        MetricAccumulator metric = Create(Metric.R2Score, 2);
        metric.Update([1, 5, 2, 5, 4, 5], new Batch { Count = 3, Inputs = [], Targets = new float[] { 1, 5, 2, 5, 3, 5 } });
        Assert.Equal((0.5 + 1) / 2, metric.Result, 1e-12);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    [InlineData(1.001)]
    [InlineData(30)]
    public void LogCosh_keeps_small_errors(double error)
    {
        float target = 2;
        float output = (float)(target + error);
        double e = (double)output - target;
        double expected = e < 0.1 ? e * e * (0.5 - (e * e / 12) + (e * e * e * e / 45)) : Math.Log(Math.Cosh(e));
        MetricAccumulator metric = Create(Metric.LogCosh, 1);
        metric.Update([output], new Batch { Count = 1, Inputs = [], Targets = new[] { target } });
        Assert.Equal(expected, metric.Result, 1e-10 * expected);

        LogCoshNet net = new();
        Assert.Equal(expected, Loss(net, output, target), 1e-6 * expected);
    }

    [Theory]
    [InlineData(1e-4, 2e-4)]
    [InlineData(1000.0625, 1000)]
    [InlineData(3, 1e6)]
    [InlineData(1e30, 1)]
    [InlineData(-5, 1e30)]
    [InlineData(0, 0)]
    public void The_squared_logarithmic_error_keeps_small_ratios(double output, double target)
    {
        (float y, float t) = ((float)output, (float)target);
        (double high, double low) = (Math.Max(Math.Max(y, t), 1e-7f), Math.Max(Math.Min(y, t), 1e-7f));
        double ratio = (high - low) / (1 + low);
        double difference = ratio < 1e-3 ? ratio * (1 - (ratio / 2) + (ratio * ratio / 3)) : Math.Log(1 + ratio);
        double expected = difference * difference;
        MetricAccumulator metric = Create(Metric.MeanSquaredLogarithmicError, 1);
        metric.Update([y], new Batch { Count = 1, Inputs = [], Targets = new[] { t } });
        Assert.Equal(expected, metric.Result, 1e-6 * expected);
        Assert.Equal(expected, Loss(new LogarithmicNet(), y, t), 1e-6 * expected);
    }

    [Theory]
    [InlineData(9.2102404, 0.9999)]
    [InlineData(-9.2102404, 0.0001)]
    [InlineData(16, 0.9999999)]
    [InlineData(3, 1)]
    [InlineData(-3, 1)]
    [InlineData(80, 0.25)]
    public void The_binary_crossentropy_keeps_what_soft_targets_leave(double output, double target)
    {
        (double z, double t) = ((float)output, (float)target);
        double expected = (Math.Abs(z) * (z < 0 ? t : 1 - t)) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
        Assert.Equal(expected, Loss(new CrossentropyNet(), (float)z, (float)t), 1e-6 * expected);
    }

    /// <summary>The loss of a net that gives its input, or its sigmoid.</summary>
    private static float Loss<TNet>(ITrainableNet<TNet> net, float output, float target)
        where TNet : class, ITrainableNet<TNet>
    {
        net.SetParameters([1, 0]);
        using ITrainer trainer = net.CreateTrainer();
        float loss = trainer.ComputeGradients(new Batch { Count = 1, Inputs = new[] { output }, Targets = new[] { target } });
        Assert.All(trainer.Gradients.ToArray(), gradient => Assert.False(float.IsNaN(gradient)));
        Assert.Equal(loss, net.ComputeLoss(new Batch { Count = 1, Inputs = new[] { output }, Targets = new[] { target } }, new float[1]));
        return loss;
    }

    private static double R2Score((float Output, float Target)[] pairs)
    {
        MetricAccumulator metric = Create(Metric.R2Score, 1);
        foreach ((float Output, float Target)[] some in pairs.Chunk(7))
        {
            metric.Update(
                [.. some.Select(pair => pair.Output)],
                new Batch { Count = some.Length, Inputs = [], Targets = some.Select(pair => pair.Target).ToArray() });
        }

        return metric.Result;
    }

    private static MetricAccumulator Create(Metric metric, int outputs)
    {
        NetInfo info = new()
        {
            Name = "Net", InputSize = 1, OutputSize = outputs, ParameterCount = 0, Tensors = [], Loss = StaticNets.Loss.MeanSquaredError,
            Classes = outputs,
        };
        return MetricFactory.Create(metric, info, info.Outputs[0], "");
    }
}
