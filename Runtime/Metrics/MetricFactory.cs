using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Metrics;

/// <summary>From the metric that the user named to the one that is computed.</summary>
internal static class MetricFactory
{
    /// <summary>The names of all metrics.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Metric>().Select(NameOf)];

    /// <param name="metric">The metric.</param>
    /// <param name="info">The net.</param>
    /// <param name="output">The output that it is of.</param>
    /// <param name="prefix">What stands before its name.</param>
    /// <exception cref="ArgumentException">The metric does not fit the net's loss.</exception>
    public static MetricAccumulator Create(Metric metric, NetInfo info, OutputInfo output, string prefix)
    {
        Metric resolved = metric == Metric.Accuracy ? FittingAccuracy(output) : metric;
        bool sparseLoss = output.TakesLabels;
        bool takesBoth = resolved is Metric.Precision or Metric.Recall or Metric.F1Score or Metric.Auc;
        if (!takesBoth && sparseLoss != (resolved is Metric.SparseCategoricalAccuracy or Metric.SparseTopKCategoricalAccuracy))
        {
            throw new ArgumentException(
                sparseLoss
                    ? $"{info.Name}: Metric.{metric} needs targets, but {output.Loss} works on labels. Use Metric.Accuracy."
                    : $"{info.Name}: Metric.{metric} needs labels, but {output.Loss} works on targets. Use Metric.Accuracy.", nameof(metric));
        }

        string name = prefix + NameOf(metric);
        return resolved switch
        {
            Metric.BinaryAccuracy => new BinaryAccuracy(name),
            Metric.CategoricalAccuracy => new CategoricalAccuracy(name, output.Classes),
            Metric.SparseCategoricalAccuracy => new SparseCategoricalAccuracy(name, output.Classes),
            Metric.Precision => new Precision(name, output.Classes),
            Metric.Recall => new Recall(name, output.Classes),
            Metric.F1Score => new F1Score(name, output.Classes),
            Metric.Auc => new AreaUnderCurve(name, output.Classes),
            Metric.TopKCategoricalAccuracy or Metric.SparseTopKCategoricalAccuracy => new TopKAccuracy(name, output.Classes),
            Metric.MeanSquaredError => new MeanSquaredError(name),
            _ => new MeanAbsoluteError(name),
        };
    }

    /// <summary>Keras' rule: by the form of the targets and the width of the output, not by the activation.</summary>
    private static Metric FittingAccuracy(OutputInfo output)
    {
        if (output.TakesLabels)
        {
            return Metric.SparseCategoricalAccuracy;
        }

        return output.Classes == 1 ? Metric.BinaryAccuracy : Metric.CategoricalAccuracy;
    }

    public static string NameOf(Metric metric) => metric switch
    {
        Metric.Accuracy => "accuracy",
        Metric.BinaryAccuracy => "binary_accuracy",
        Metric.CategoricalAccuracy => "categorical_accuracy",
        Metric.SparseCategoricalAccuracy => "sparse_categorical_accuracy",
        Metric.MeanSquaredError => "mean_squared_error",
        Metric.MeanAbsoluteError => "mean_absolute_error",
        Metric.Precision => "precision",
        Metric.Recall => "recall",
        Metric.F1Score => "f1_score",
        Metric.Auc => "auc",
        Metric.TopKCategoricalAccuracy => "top_k_categorical_accuracy",
        Metric.SparseTopKCategoricalAccuracy => "sparse_top_k_categorical_accuracy",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is unknown."),
    };
}
