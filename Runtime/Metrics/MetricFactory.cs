using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using static System.FormattableString;

namespace StaticNets.Metrics;

/// <summary>From the metric that the user named to the one that is computed.</summary>
internal static class MetricFactory
{
    private const string OfClass = "_class_";

    /// <summary>The names of all metrics.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Metric>().Select(NameOf)];

    /// <param name="metric">The metric.</param>
    /// <param name="info">The net.</param>
    /// <param name="output">The output that it is of.</param>
    /// <param name="prefix">What stands before its name.</param>
    /// <param name="classId">The class whose own it is, of a metric that <see cref="IsOfClasses"/>; null for all.</param>
    /// <exception cref="ArgumentException">The metric does not fit the net's loss.</exception>
    public static MetricAccumulator Create(Metric metric, NetInfo info, OutputInfo output, string prefix, int? classId = null)
    {
        Metric resolved = metric == Metric.Accuracy ? FittingAccuracy(output) : metric;
        bool sparseLoss = output.TakesLabels;
        if (!TakesBoth(resolved) && sparseLoss != TakesLabels(resolved))
        {
            throw new ArgumentException(
                sparseLoss
                    ? $"{info.Name}: Metric.{metric} needs targets, but {output.Loss} works on labels. Use Metric.Accuracy."
                    : $"{info.Name}: Metric.{metric} needs labels, but {output.LossMethod ?? output.Loss.ToString()} works on targets. "
                        + "Use Metric.Accuracy.",
                nameof(metric));
        }

        string name = prefix + NameOf(metric) + (classId is int id ? Invariant($"{OfClass}{id}") : "");
        return resolved switch
        {
            Metric.BinaryAccuracy => new BinaryAccuracy(name),
            Metric.CategoricalAccuracy => new CategoricalAccuracy(name, output.Classes),
            Metric.SparseCategoricalAccuracy => new SparseCategoricalAccuracy(name, output.Classes),
            Metric.Precision => new Precision(name, output.Classes, classId),
            Metric.Recall => new Recall(name, output.Classes, classId),
            Metric.F1Score => new F1Score(name, output.Classes, classId),
            Metric.Auc => new AreaUnderCurve(name, output.Classes),
            Metric.TopKCategoricalAccuracy or Metric.SparseTopKCategoricalAccuracy => new TopKAccuracy(name, output.Classes),
            Metric.MeanSquaredError => new ElementMean(name, ElementTerm.SquaredError),
            Metric.MeanAbsoluteError => new ElementMean(name, ElementTerm.AbsoluteError),
            Metric.RootMeanSquaredError => new RootMeanSquaredError(name),
            Metric.MeanAbsolutePercentageError => new ElementMean(name, ElementTerm.AbsolutePercentageError),
            Metric.MeanSquaredLogarithmicError => new ElementMean(name, ElementTerm.SquaredLogarithmicError),
            Metric.LogCosh => new ElementMean(name, ElementTerm.LogCosh),
            Metric.Poisson => new ElementMean(name, ElementTerm.Poisson),
            Metric.BinaryCrossentropy => new ElementMean(name, ElementTerm.BinaryCrossentropy),
            Metric.Hinge => new Hinge(name, squared: false),
            Metric.SquaredHinge => new Hinge(name, squared: true),
            Metric.CategoricalCrossentropy or Metric.SparseCategoricalCrossentropy =>
                new RowMean(name, output.Classes, RowTerm.Crossentropy),
            Metric.KlDivergence => new RowMean(name, output.Classes, RowTerm.KlDivergence),
            Metric.CosineSimilarity => new RowMean(name, output.Classes, RowTerm.Cosine),
            Metric.TruePositives => new OutcomeCount(name, output.Classes, predicted: true, wanted: true),
            Metric.TrueNegatives => new OutcomeCount(name, output.Classes, predicted: false, wanted: false),
            Metric.FalsePositives => new OutcomeCount(name, output.Classes, predicted: true, wanted: false),
            Metric.FalseNegatives => new OutcomeCount(name, output.Classes, predicted: false, wanted: true),
            Metric.R2Score => new R2Score(name, output.Classes),
            _ => new MeanIntersectionOverUnion(name, output.Classes),
        };
    }

    /// <summary>Whether each class has its own.</summary>
    public static bool IsOfClasses(Metric metric) => metric is Metric.Precision or Metric.Recall or Metric.F1Score;

    /// <summary>The name of the metric without that of an output before it and of a class behind; null where it is none.</summary>
    public static string? NameIn(string column)
    {
        int end = column.LastIndexOf(OfClass, StringComparison.Ordinal);
        string plain = end >= 0 && int.TryParse(column.AsSpan(end + OfClass.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? column[..end]
            : column;
        return Names.FirstOrDefault(name => plain == name || plain.EndsWith("_" + name, StringComparison.Ordinal));
    }

    /// <summary>Whether a metric is the better the smaller it is.</summary>
    /// <param name="name">Its name.</param>
    public static bool IsSmallerBetter(string name) =>
        name is "logcosh" or "hinge" or "squared_hinge" or "kl_divergence" or "poisson" or "false_positives" or "false_negatives"
            || name.EndsWith("_error", StringComparison.Ordinal) || name.EndsWith("_crossentropy", StringComparison.Ordinal);

    private static bool TakesLabels(Metric metric) =>
        metric is Metric.SparseCategoricalAccuracy or Metric.SparseTopKCategoricalAccuracy or Metric.SparseCategoricalCrossentropy;

    /// <summary>Whether labels count as targets of 1 and 0.</summary>
    private static bool TakesBoth(Metric metric) => metric
        is Metric.Precision or Metric.Recall or Metric.F1Score or Metric.Auc or Metric.MeanIoU
        or Metric.TruePositives or Metric.TrueNegatives or Metric.FalsePositives or Metric.FalseNegatives;

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
        Metric.RootMeanSquaredError => "root_mean_squared_error",
        Metric.MeanAbsolutePercentageError => "mean_absolute_percentage_error",
        Metric.MeanSquaredLogarithmicError => "mean_squared_logarithmic_error",
        Metric.LogCosh => "logcosh",
        Metric.Hinge => "hinge",
        Metric.SquaredHinge => "squared_hinge",
        Metric.KlDivergence => "kl_divergence",
        Metric.Poisson => "poisson",
        Metric.CosineSimilarity => "cosine_similarity",
        Metric.BinaryCrossentropy => "binary_crossentropy",
        Metric.CategoricalCrossentropy => "categorical_crossentropy",
        Metric.SparseCategoricalCrossentropy => "sparse_categorical_crossentropy",
        Metric.TruePositives => "true_positives",
        Metric.TrueNegatives => "true_negatives",
        Metric.FalsePositives => "false_positives",
        Metric.FalseNegatives => "false_negatives",
        Metric.R2Score => "r2_score",
        Metric.MeanIoU => "mean_io_u",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "The metric is unknown."),
    };
}
