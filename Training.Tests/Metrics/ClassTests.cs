using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Metrics;
using Xunit;

namespace StaticNets.Training.Tests.Metrics;

/// <summary>Metrics of single classes, and of very many.</summary>
public sealed class ClassTests
{
    private const int Many = 60_000;

    // Two softmax outputs: of the class 0 three of four are found, of the class 1 one of three.
    private static readonly float[] s_outputs = [0.9f, 0.1f, 0.8f, 0.2f, 0.7f, 0.3f, 0.4f, 0.6f, 0.2f, 0.8f, 0.6f, 0.4f, 0.7f, 0.3f];
    private static readonly int[] s_labels = [0, 0, 0, 0, 1, 1, 1];

    [Fact]
    public void The_recall_of_two_shares_is_the_accuracy_and_each_class_has_its_own()
    {
        OutputInfo two = new()
        {
            Name = "kind", Offset = 0, Size = 2, Classes = 2, Loss = Loss.SparseCategoricalCrossentropy,
            Metrics = [Metric.Accuracy, Metric.Recall, Metric.Precision, Metric.F1Score],
        };
        Dictionary<string, double> together = Values(Info(two));
        Assert.Equal(["accuracy", "recall", "precision", "f1_score"], together.Keys);
        Assert.Equal((4.0 / 7, 4.0 / 7), (together["accuracy"], together["recall"]));
        Dictionary<string, double> apart = Values(Info(two with { ClassIds = [1, 0, 1] }));
        Assert.Equal(
            ["accuracy", "recall_class_1", "recall_class_0", "precision_class_1", "precision_class_0", "f1_score_class_1", "f1_score_class_0"],
            apart.Keys);
        Assert.Equal((1.0 / 3, 3.0 / 4), (apart["recall_class_1"], apart["recall_class_0"]));
        Assert.Equal((1.0 / 2, 3.0 / 5), (apart["precision_class_1"], apart["precision_class_0"]));
        Assert.Equal(2 * (1.0 / 3) * (1.0 / 2) / (5.0 / 6), apart["f1_score_class_1"], 1e-6);
        Assert.Equal(together["f1_score"], (apart["f1_score_class_0"] + apart["f1_score_class_1"]) / 2, 1e-12);
    }

    [Fact]
    public void They_are_declared_reported_and_watched()
    {
        ClassNet net = new();
        Assert.Equal([2, 0], net.GetInfo().ClassIds);
        EarlyStopping stopping = new("val_recall_class_2") { Patience = 1 };
        History history = net.Fit(Samples.Points(30), new FitOptions
        {
            Epochs = 3, Verbose = Verbose.Silent, ValidationData = Samples.Points(9), Callbacks = [stopping],
        });
        Assert.Contains("val_recall_class_0", history.Columns.Keys);
        Evaluation evaluation = net.Evaluate(
            Samples.Points(30), new EvaluationOptions { Metrics = [Metric.Recall], ClassIds = [1], ConfusionMatrix = true });
        Assert.Equal(["recall_class_1"], evaluation.Metrics.Keys);
        Assert.InRange(net.Evaluate(Samples.Points(30), Metric.Recall), 0, 1);
        Assert.Throws<ArgumentException>(() => net.Evaluate(Samples.Points(3), new EvaluationOptions { ClassIds = [3] }));
        Assert.Throws<ArgumentException>(() => new BinaryNet().Evaluate(Samples.Halves(3), new EvaluationOptions { ClassIds = [0] }));
    }

    [Fact]
    public void Names_that_meet_are_refused()
    {
        OutputInfo first = new()
        {
            Name = "x", Offset = 0, Size = 2, Classes = 2, Loss = Loss.CategoricalCrossentropy, Metrics = [Metric.SquaredHinge],
        };
        NetInfo info = Info(first, first with { Name = "x_squared", Offset = 2, Metrics = [Metric.Hinge] });
        ArgumentException error = Assert.Throws<ArgumentException>(() => new MetricSet(info));
        Assert.Contains("'x_squared_hinge'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_classes_are_counted()
    {
        OutputInfo output = new()
        {
            Name = "word", Offset = 0, Size = Many, Classes = Many, Loss = Loss.SparseCategoricalCrossentropy, Metrics = [Metric.MeanIoU],
        };
        NetInfo info = Info(output);
        MetricSet metrics = new(info);
        ClassCounter counter = new(info, null);
        float[] outputs = new float[3 * Many];
        (outputs[Many - 1], outputs[(2 * Many) - 1], outputs[(2 * Many) + 7]) = (1, 1, 1);
        Batch batch = new() { Count = 3, Inputs = [], Labels = new[] { Many - 1, 7, 7 } };
        metrics.Update(outputs, batch);
        counter.Update(outputs, batch);
        Assert.Equal(0.5, metrics.Items[0].Result);
        ConfusionMatrix matrix = counter.Matrix;
        Assert.Equal((Many, 1L, 1L, 1L, 0L), (matrix.Classes, matrix[Many - 1, Many - 1], matrix[7, Many - 1], matrix[7, 7], matrix[0, 0]));
        Assert.Equal((2L, 0.5, 1.0, 0.5), (matrix.Support(7), matrix.Recall(7), matrix.Precision(7), matrix.Precision(Many - 1)));
        string[] lines = matrix.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["7 7 1", "7 59999 1", "59999 59999 1"], lines);
        Assert.Equal(Many + 2, matrix.ToTable().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[Many, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, -1]);
    }

    private static Dictionary<string, double> Values(NetInfo info)
    {
        MetricSet metrics = new(info);
        metrics.Update(s_outputs, new Batch { Count = s_labels.Length, Inputs = [], Labels = s_labels });
        return metrics.Items.ToArray().ToDictionary(metric => metric.Name, metric => metric.Result);
    }

    private static NetInfo Info(params OutputInfo[] outputs) => new()
    {
        Name = "Net", InputSize = 1, OutputSize = outputs.Sum(output => output.Size), ParameterCount = 0, Tensors = [], Classes = 2,
        Outputs = outputs,
    };
}
