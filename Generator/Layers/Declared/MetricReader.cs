using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Common;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Reads the metrics of an output and checks them against its loss.</summary>
internal static class MetricReader
{
    private static readonly string[] s_metrics =
    [
        "Accuracy", "BinaryAccuracy", "CategoricalAccuracy", "SparseCategoricalAccuracy", "MeanSquaredError", "MeanAbsoluteError",
        "Precision", "Recall", "F1Score", "Auc", "TopKCategoricalAccuracy", "SparseTopKCategoricalAccuracy",
        "RootMeanSquaredError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "LogCosh", "Hinge", "SquaredHinge",
        "KlDivergence", "Poisson", "CosineSimilarity", "BinaryCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy",
        "TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives", "R2Score", "MeanIoU",
    ];

    /// <summary>They take labels as well as targets.</summary>
    private static readonly string[] s_metricsForEveryLoss =
    [
        "Accuracy", "Precision", "Recall", "F1Score", "Auc", "TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives",
        "MeanIoU",
    ];

    public static OutputMetrics Read(AttributeSpec attribute, ProblemSink sink)
    {
        var metrics = new List<string>();
        if (attribute.Arguments.FirstOrDefault(argument => argument.Name == "Metrics")?.Value is ArrayValue array)
        {
            foreach (EnumValue metric in array.Items.OfType<EnumValue>())
            {
                if (s_metrics.Contains(metric.Member))
                {
                    metrics.Add(metric.Member);
                }
                else
                {
                    sink.Add("SN2006", "Metrics", attribute.Kind, "Metrics", metric.Member);
                }
            }
        }

        return new OutputMetrics(metrics, new ArgumentReader(attribute, sink, attribute.Kind).Integers("ClassIds"));
    }

    public static void Check(OutputMetrics metrics, Loss loss, int classes, string label, ProblemSink sink)
    {
        foreach (int classId in metrics.ClassIds.Where(classId => classes == 1 || classId < 0 || classId >= classes))
        {
            string range = classes == 1 ? "left out for an output of one value" : $"from 0 to {Literal.Int(classes - 1)}";
            sink.Add("SN2007", "ClassIds", label, "ClassIds", range, Literal.Int(classId));
        }

        string? unfit = metrics.Names.FirstOrDefault(metric =>
            !s_metricsForEveryLoss.Contains(metric)
            && metric.StartsWith("Sparse", System.StringComparison.Ordinal) != loss.IsSparse);
        if (unfit is not null)
        {
            sink.Add("SN4001", "Metrics", unfit, loss.Name, loss.IsSparse ? "SparseCategoricalAccuracy" : "CategoricalAccuracy");
        }
    }
}
