using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Metrics;

/// <summary>From the metric that the user named to the one that is computed.</summary>
internal static class MetricFactory
{
    /// <summary>The names of all metrics.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Metric>().Select(NameOf)];

    /// <exception cref="ArgumentException">The metric does not fit the net's loss.</exception>
    public static MetricAccumulator Create(Metric metric, NetInfo info)
    {
        Metric resolved = metric == Metric.Accuracy ? FittingAccuracy(info) : metric;
        bool sparseLoss = info.Loss == Loss.SparseCategoricalCrossentropy;
        bool takesBoth = resolved is Metric.Precision or Metric.Recall or Metric.F1Score or Metric.Auc;
        if (!takesBoth && sparseLoss != (resolved is Metric.SparseCategoricalAccuracy or Metric.SparseTopKCategoricalAccuracy))
        {
            throw new ArgumentException(
                sparseLoss
                    ? $"{info.Name}: Metric.{metric} needs targets, but {info.Loss} works on labels. Use Metric.Accuracy."
                    : $"{info.Name}: Metric.{metric} needs labels, but {info.Loss} works on targets. Use Metric.Accuracy.", nameof(metric));
        }

        string name = NameOf(metric);
        return resolved switch
        {
            Metric.BinaryAccuracy => new BinaryAccuracy(name),
            Metric.CategoricalAccuracy => new CategoricalAccuracy(name, info.Classes),
            Metric.SparseCategoricalAccuracy => new SparseCategoricalAccuracy(name, info.Classes),
            Metric.Precision => new Precision(name, info.Classes),
            Metric.Recall => new Recall(name, info.Classes),
            Metric.F1Score => new F1Score(name, info.Classes),
            Metric.Auc => new AreaUnderCurve(name, info.Classes),
            Metric.TopKCategoricalAccuracy or Metric.SparseTopKCategoricalAccuracy => new TopKAccuracy(name, info.Classes),
            Metric.MeanSquaredError => new MeanSquaredError(name),
            _ => new MeanAbsoluteError(name),
        };
    }

    /// <summary>Keras' rule: by the form of the targets and the width of the output, not by the activation.</summary>
    private static Metric FittingAccuracy(NetInfo info)
    {
        if (info.Loss == Loss.SparseCategoricalCrossentropy)
        {
            return Metric.SparseCategoricalAccuracy;
        }

        return info.Classes == 1 ? Metric.BinaryAccuracy : Metric.CategoricalAccuracy;
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
