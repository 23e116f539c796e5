using System;
using System.Linq;
using StaticNets.Metrics;
using Xunit;

namespace StaticNets.Tests;

public sealed class MetricTests
{
    [Fact]
    public void Sparse_categorical_accuracy_compares_with_the_label()
    {
        MetricAccumulator metric = Create(Metric.SparseCategoricalAccuracy, Loss.SparseCategoricalCrossentropy, 3);
        metric.Update([0.1f, 0.7f, 0.2f, 0.5f, 0.5f, 0], Labels(1, 1));
        Assert.Equal(0.5, metric.Result);
        metric.Update([0, 0, 1], Labels(2));
        Assert.Equal(2.0 / 3, metric.Result, 1e-12);
        metric.Reset();
        Assert.Equal(0, metric.Result);
    }

    [Fact]
    public void Categorical_accuracy_compares_the_largest_and_the_first_one_wins()
    {
        MetricAccumulator metric = Create(Metric.CategoricalAccuracy, Loss.CategoricalCrossentropy, 2);
        metric.Update([0.5f, 0.5f, 0.5f, 0.5f, 0.1f, 0.2f, 0.3f, 0.2f], Targets(1, 0, 0, 1, 0.4f, 0.6f, 0, 1));
        Assert.Equal(0.5, metric.Result);
    }

    [Fact]
    public void What_is_no_number_is_the_largest_as_in_numpy()
    {
        MetricAccumulator metric = Create(Metric.SparseCategoricalAccuracy, Loss.SparseCategoricalCrossentropy, 3);
        metric.Update([0.1f, float.NaN, 0.9f, float.NaN, 1, float.NaN], Labels(2, 1));
        Assert.Equal(0, metric.Result);
        metric.Update([0.1f, float.NaN, 0.9f, float.NaN, 1, float.NaN], Labels(1, 0));
        Assert.Equal(0.5, metric.Result);
    }

    [Fact]
    public void Binary_accuracy_counts_every_output_and_a_half_is_zero()
    {
        MetricAccumulator metric = Create(Metric.BinaryAccuracy, Loss.BinaryCrossentropy, 4);
        metric.Update([0.5f, 0.6f, 0.4f, 0.9f], Targets(0, 1, 1, 0.9f));
        Assert.Equal(0.5, metric.Result);
    }

    [Fact]
    public void Errors_are_means_over_all_values()
    {
        MetricAccumulator squared = Create(Metric.MeanSquaredError, Loss.MeanAbsoluteError, 2);
        MetricAccumulator absolute = Create(Metric.MeanAbsoluteError, Loss.MeanAbsoluteError, 2);
        foreach (MetricAccumulator metric in new[] { squared, absolute })
        {
            metric.Update([1, 2], Targets(3, 2));
            metric.Update([0, 0, 0, 0], Targets(-3, 0, 0, 1));
        }

        Assert.Equal((4 + 9 + 1) / 6.0, squared.Result, 1e-12);
        Assert.Equal((2 + 3 + 1) / 6.0, absolute.Result, 1e-12);
    }

    [Theory]
    [InlineData(Loss.SparseCategoricalCrossentropy, 10, typeof(SparseCategoricalAccuracy))]
    [InlineData(Loss.BinaryCrossentropy, 1, typeof(BinaryAccuracy))]
    [InlineData(Loss.BinaryCrossentropy, 5, typeof(CategoricalAccuracy))]
    [InlineData(Loss.CategoricalCrossentropy, 10, typeof(CategoricalAccuracy))]
    [InlineData(Loss.MeanSquaredError, 1, typeof(BinaryAccuracy))]
    public void Accuracy_is_the_one_that_fits(Loss loss, int classes, Type expected)
    {
        MetricAccumulator metric = Create(Metric.Accuracy, loss, classes);
        Assert.IsType(expected, metric);
        Assert.Equal("accuracy", metric.Name);
    }

    [Theory]
    [InlineData(Metric.SparseCategoricalAccuracy, "sparse_categorical_accuracy")]
    [InlineData(Metric.CategoricalAccuracy, "categorical_accuracy")]
    [InlineData(Metric.BinaryAccuracy, "binary_accuracy")]
    [InlineData(Metric.MeanSquaredError, "mean_squared_error")]
    [InlineData(Metric.MeanAbsoluteError, "mean_absolute_error")]
    public void Names_are_Keras_names_and_a_metric_must_fit_the_loss(Metric metric, string name)
    {
        bool sparse = metric == Metric.SparseCategoricalAccuracy;
        Assert.Equal(name, Create(metric, sparse ? Loss.SparseCategoricalCrossentropy : Loss.CategoricalCrossentropy, 3).Name);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Create(metric, sparse ? Loss.CategoricalCrossentropy : Loss.SparseCategoricalCrossentropy, 3));
        Assert.Contains($"Metric.{metric}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_one_sample_count_each()
    {
        MetricAccumulator metric = Create(Metric.Accuracy, Loss.SparseCategoricalCrossentropy, 2);
        metric.Update([1, 0, 0, 1, 1, 0], Labels(0, 1, 1));
        Assert.Equal(2.0 / 3, metric.Result, 1e-12);
    }

    [Fact]
    public void Updates_allocate_nothing()
    {
        MetricAccumulator[] metrics = [.. Enum.GetValues<Metric>().Where(m => !m.ToString().StartsWith("Sparse", StringComparison.Ordinal))
            .Select(m => Create(m, Loss.CategoricalCrossentropy, 2))];
        float[] values = [0.1f, 0.9f];
        Update();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Update();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Update()
        {
            foreach (MetricAccumulator metric in metrics)
            {
                metric.Update(values, new Batch { Count = 1, Inputs = [], Targets = values });
            }
        }
    }

    internal static MetricAccumulator Create(Metric metric, Loss loss, int classes)
    {
        NetInfo info = new()
        {
            Name = "Net",
            InputSize = 1,
            OutputSize = classes,
            ParameterCount = 0,
            Tensors = [],
            Loss = loss,
            Classes = classes,
        };
        return MetricFactory.Create(metric, info, info.Outputs[0], "");
    }

    private static Batch Labels(params int[] labels) => new() { Count = labels.Length, Inputs = [], Labels = labels };

    private static Batch Targets(params float[] targets) => new() { Count = 1, Inputs = [], Targets = targets };
}
