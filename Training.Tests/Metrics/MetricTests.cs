using System;
using System.IO;
using System.Linq;
using StaticNets.Metrics;
using Xunit;

namespace StaticNets.Training.Tests.Metrics;

public sealed class MetricTests
{
    private const int Count = 60;

    /// <summary>Inputs, labels and the same as one-hot targets.</summary>
    private static readonly float[] s_inputs = Samples.Values(Count * MetricNet.InputSize, 1);
    private static readonly int[] s_labels = [.. Enumerable.Range(0, Count).Select(n => n * n % 5)];
    private static readonly float[] s_targets = [.. s_labels.SelectMany(label => Enumerable.Range(0, 7).Select(c => c == label ? 1f : 0))];
    private static readonly Dataset s_sparse = new(s_inputs, s_labels);
    private static readonly Dataset s_dense = new(s_inputs, s_targets, MetricNet.InputSize);

    [Fact]
    public void Labels_and_their_targets_give_the_same()
    {
        Evaluation dense = Dense().Evaluate(s_dense, batchSize: 7);
        Evaluation sparse = Sparse().Evaluate(s_sparse);
        Assert.Equal(["precision", "recall", "f1_score", "auc", "top_k_categorical_accuracy"], dense.Metrics.Keys);
        Assert.Equal(["precision", "recall", "f1_score", "auc", "sparse_top_k_categorical_accuracy"], sparse.Metrics.Keys.Take(5));
        Assert.Equal(dense.Metrics.Values.ToArray(), sparse.Metrics.Values.Take(5).ToArray());
        Assert.Equal(Sparse().Evaluate(s_sparse).Loss, sparse["sparse_categorical_crossentropy"], 1e-5);
        Assert.All(dense.Metrics.Values, value => Assert.InRange(value, 0.01, 0.999));
    }

    [Fact]
    public void Every_metric_can_be_declared_and_says_which_way_is_better()
    {
        Metric[] sparse = [Metric.SparseCategoricalAccuracy, Metric.SparseTopKCategoricalAccuracy, Metric.SparseCategoricalCrossentropy];
        EveryMetricNet net = new();
        Evaluation evaluation = net.Evaluate(s_dense);
        Assert.Equal(Enum.GetValues<Metric>().Except(sparse).Select(MetricFactory.NameOf), evaluation.Metrics.Keys);
        Assert.All(evaluation.Metrics.Values, value => Assert.True(double.IsFinite(value)));
        Assert.Equal(evaluation.Loss, evaluation["categorical_crossentropy"], 1e-5);
        Assert.Equal(Math.Sqrt(evaluation["mean_squared_error"]), evaluation["root_mean_squared_error"], 1e-12);
        Assert.Equal(7 * Count, evaluation["true_positives"] + evaluation["true_negatives"] + evaluation["false_positives"] + evaluation["false_negatives"]);
        string[] up = [.. evaluation.Metrics.Keys.Where(name => !MetricFactory.IsSmallerBetter(name))];
        Assert.Equal(
            [
                "accuracy", "binary_accuracy", "categorical_accuracy", "precision", "recall", "f1_score", "auc", "top_k_categorical_accuracy", "cosine_similarity",
                "true_positives", "true_negatives", "r2_score", "mean_io_u",
            ],
            up);
    }

    [Fact]
    public void They_are_what_counting_by_hand_gives()
    {
        MetricNet net = Dense();
        float[] y = net.Predict(s_dense);
        Evaluation evaluation = net.Evaluate(s_dense);
        bool[] predicted = [.. y.Select(p => p > 0.5f)];
        bool[] wanted = [.. s_targets.Select(t => t == 1)];
        double both = predicted.Zip(wanted).Count(pair => pair.First && pair.Second);
        Assert.Equal(both / predicted.Count(p => p), evaluation["precision"], 1e-12);
        Assert.Equal(both / wanted.Count(t => t), evaluation["recall"], 1e-12);

        double f1 = 0;
        int top = 0;
        int[] classes = net.PredictClasses(s_dense);
        for (int c = 0; c < 7; c++)
        {
            double hits = Enumerable.Range(0, Count).Count(n => classes[n] == c && s_labels[n] == c);
            double precision = hits / (classes.Count(p => p == c) + 1e-7);
            double recall = hits / (s_labels.Count(t => t == c) + 1e-7);
            f1 += 2 * precision * recall / (precision + recall + 1e-7) / 7;
        }

        for (int n = 0; n < Count; n++)
        {
            top += y.Skip(n * 7).Take(7).OrderDescending().Take(5).Contains(y[(n * 7) + s_labels[n]]) ? 1 : 0;
        }

        Assert.Equal(f1, evaluation["f1_score"], 1e-12);
        Assert.Equal((double)top / Count, evaluation["top_k_categorical_accuracy"], 1e-12);
    }

    [Fact]
    public void The_area_is_Keras_at_its_thresholds()
    {
        MetricNet net = Dense();
        float[] y = net.Predict(s_dense);
        const int T = 200;
        double[] thresholds = [.. Enumerable.Range(0, T).Select(i => i == 0 ? -1e-7 : i == T - 1 ? 1 + 1e-7 : i / (T - 1.0))];
        (double X, double Y)[] curve = [.. thresholds.Select(t => (Rate(t, 0), Rate(t, 1)))];
        double area = Enumerable.Range(0, T - 1).Sum(i => (curve[i].X - curve[i + 1].X) * (curve[i].Y + curve[i + 1].Y) / 2);
        Assert.Equal(area, net.Evaluate(s_dense, Metric.Auc), 1e-12);

        double Rate(double threshold, float target) =>
            (double)y.Zip(s_targets).Count(pair => pair.Second == target && pair.First > threshold) / s_targets.Count(t => t == target);
    }

    [Fact]
    public void A_single_output_is_a_class_too()
    {
        BinaryNet net = new();
        net.Parameters[0] = 3;
        Dataset data = Samples.Halves(200);
        Evaluation evaluation = net.Evaluate(
            data, new EvaluationOptions { ConfusionMatrix = true, Metrics = [Metric.F1Score, Metric.Precision, Metric.Recall] });
        ConfusionMatrix matrix = evaluation.ConfusionMatrix!;
        Assert.Equal(2, matrix.Classes);
        Assert.Equal(200, matrix.Support(0) + matrix.Support(1));
        Assert.Equal(evaluation["precision"], matrix.Precision(1), 1e-12);
        Assert.Equal(evaluation["recall"], matrix.Recall(1), 1e-12);
        Assert.Equal(evaluation["f1_score"], matrix.F1Score(1), 1e-6);
        Assert.Equal(matrix[0, 1] + matrix[1, 1], net.PredictClasses(data).Sum());
    }

    [Fact]
    public void A_table_is_printed_when_asked_for()
    {
        StringWriter output = new();
        Evaluation evaluation = Sparse().Evaluate(s_sparse, new EvaluationOptions { PrintTable = true, Output = output });
        Assert.Equal(evaluation.ToTable(), output.ToString());
        string[] lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(9, lines.Length);
        Assert.Equal("class  precision  recall  f1-score  support", lines[0]);
        ConfusionMatrix matrix = evaluation.ConfusionMatrix!;
        Assert.Equal(FormattableString.Invariant(
            $"    1  {matrix.Precision(1),9:F4}  {matrix.Recall(1):F4}  {matrix.F1Score(1),8:F4}  {matrix.Support(1),7}"), lines[2]);
        Assert.EndsWith("     60", lines[8], StringComparison.Ordinal);
        Assert.Equal(7, matrix.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Throws<InvalidOperationException>(() => Sparse().Evaluate(s_sparse).ToTable());
    }

    [Fact]
    public void A_metric_that_does_not_fit_is_refused() =>
        Assert.Throws<ArgumentException>(() => Sparse().Evaluate(s_sparse, Metric.TopKCategoricalAccuracy));

    [Fact]
    public void Updates_allocate_nothing()
    {
        using SparseMetricNet.Trainer trainer = Sparse().CreateTrainer();
        long[] bytes = new long[Count];
        trainer.Fit(s_sparse, new FitOptions
        {
            BatchSize = 1, Verbose = Verbose.Silent,
            Callbacks = [new LambdaCallback(onTrainBatchEnd: (batch, _) => bytes[batch] = GC.GetAllocatedBytesForCurrentThread())],
        });
        Assert.Equal(0, bytes[^1] - bytes[10]);
    }

    private static MetricNet Dense()
    {
        MetricNet net = new();
        Steepen(net.Parameters);
        return net;
    }

    private static SparseMetricNet Sparse()
    {
        SparseMetricNet net = new();
        Steepen(net.Parameters);
        return net;
    }

    /// <summary>Larger weights, so that some outputs are above a half.</summary>
    private static void Steepen(Span<float> parameters)
    {
        foreach (ref float w in parameters)
        {
            w *= 4;
        }
    }
}
