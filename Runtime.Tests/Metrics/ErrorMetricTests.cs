using System;
using StaticNets.Metrics;
using Xunit;

namespace StaticNets.Tests;

/// <summary>Metrics that are means of a loss, and counts, against values of NumPy and PyTorch with Keras' formulas.</summary>
public sealed class ErrorMetricTests
{
    private static readonly float[] s_probabilities = [0.125f, 0.75f, 0.125f, 0.5f, 0.25f, 0.25f, 0.25f, 0.125f, 0.625f];
    private static readonly float[] s_oneHot = [0, 1, 0, 0, 0, 1, 1, 0, 0];
    private static readonly int[] s_labels = [1, 2, 0];
    private static readonly float[] s_values = [0.125f, -2, 3, 1.5f, 0.25f, 0];
    private static readonly float[] s_targets = [1, -1, 2.5f, 0, 0.5f, 4];

    [Theory]
    [InlineData(Metric.RootMeanSquaredError, 1.8406577175926364)]
    [InlineData(Metric.MeanAbsolutePercentageError, 250000059.5833333)]
    [InlineData(Metric.MeanSquaredLogarithmicError, 0.6353323793802748)]
    [InlineData(Metric.LogCosh, 0.8482550846277257)]
    [InlineData(Metric.Hinge, 0.625)]
    [InlineData(Metric.SquaredHinge, 0.5885416666666666)]
    [InlineData(Metric.CosineSimilarity, 0.4746159563914013)]
    [InlineData(Metric.R2Score, -6.140046296296297)]
    public void Of_values(Metric metric, double expected) => AssertIs(expected, metric, s_values, s_targets);

    [Theory]
    [InlineData(Metric.Hinge, 1.0555555555555556)]
    [InlineData(Metric.KlDivergence, 1.020087334203717)]
    [InlineData(Metric.Poisson, 0.6733633179287108)]
    [InlineData(Metric.BinaryCrossentropy, 0.6025026087320646)]
    [InlineData(Metric.CategoricalCrossentropy, 1.0200902648971872)]
    [InlineData(Metric.TruePositives, 1)]
    [InlineData(Metric.FalsePositives, 1)]
    [InlineData(Metric.FalseNegatives, 2)]
    [InlineData(Metric.TrueNegatives, 5)]
    [InlineData(Metric.MeanIoU, 1.0 / 3)]
    public void Of_probabilities(Metric metric, double expected) => AssertIs(expected, metric, s_probabilities, s_oneHot);

    [Theory]
    [InlineData(Metric.SparseCategoricalCrossentropy, 1.0200902648971872)]
    [InlineData(Metric.TruePositives, 1)]
    [InlineData(Metric.FalsePositives, 1)]
    [InlineData(Metric.FalseNegatives, 2)]
    [InlineData(Metric.TrueNegatives, 5)]
    [InlineData(Metric.MeanIoU, 1.0 / 3)]
    public void Of_labels(Metric metric, double expected)
    {
        MetricAccumulator accumulator = MetricTests.Create(metric, Loss.SparseCategoricalCrossentropy, 3);
        accumulator.Update(s_probabilities, new Batch { Count = 3, Inputs = [], Labels = s_labels });
        Assert.Equal(expected, accumulator.Result, 1e-9);
    }

    [Fact]
    public void A_class_that_does_not_occur_has_no_intersection_over_union()
    {
        MetricAccumulator metric = MetricTests.Create(Metric.MeanIoU, Loss.SparseCategoricalCrossentropy, 4);
        Assert.Equal(0, metric.Result);
        metric.Update([0, 1, 0, 0, 0, 0, 1, 0], new Batch { Count = 2, Inputs = [], Labels = new[] { 1, 1 } });
        Assert.Equal(0.25, metric.Result, 1e-12);
    }

    [Fact]
    public void Extremes_stay_finite()
    {
        Assert.Equal(1000 - Math.Log(2), Of(Metric.LogCosh, [1000], [0]), 1e-9);
        Assert.Equal(5e-13, Of(Metric.LogCosh, [1 + 9.536743E-07f], [1]) * Math.Pow(1e-6 / 9.5367431640625E-07, 2), 1e-19);
        Assert.Equal(-Math.Log(1e-7), Of(Metric.BinaryCrossentropy, [0], [1]), 1e-6);
        Assert.Equal(0, Of(Metric.CosineSimilarity, [0], [1]));
        Assert.Equal(0, Of(Metric.R2Score, [0, 0], [1, 1]));
        Assert.Equal(1, Of(Metric.R2Score, [1, 1], [1, 1]));
        Assert.Equal(0, MetricTests.Create(Metric.R2Score, Loss.MeanSquaredError, 1).Result);
    }

    // In batches of one row and of all: what is a mean of means would differ.
    private static void AssertIs(double expected, Metric metric, float[] outputs, float[] targets)
    {
        MetricAccumulator whole = MetricTests.Create(metric, Loss.MeanSquaredError, 3);
        whole.Update(outputs, new Batch { Count = outputs.Length / 3, Inputs = [], Targets = targets });
        Assert.Equal(expected, whole.Result, 1e-9 * Math.Max(1, Math.Abs(expected)));
        MetricAccumulator parts = MetricTests.Create(metric, Loss.MeanSquaredError, 3);
        for (int i = 0; i < outputs.Length; i += 3)
        {
            parts.Update(outputs.AsSpan(i, 3), new Batch { Count = 1, Inputs = [], Targets = targets.AsSpan(i, 3) });
        }

        // Whether targets are binary is seen batch by batch.
        if (metric is not (Metric.Hinge or Metric.SquaredHinge))
        {
            Assert.Equal(whole.Result, parts.Result, 1e-9 * Math.Max(1, Math.Abs(expected)));
        }
    }

    private static double Of(Metric metric, float[] outputs, float[] targets)
    {
        MetricAccumulator accumulator = MetricTests.Create(metric, Loss.MeanSquaredError, 1);
        accumulator.Update(outputs, new Batch { Count = outputs.Length, Inputs = [], Targets = targets });
        return accumulator.Result;
    }
}
