using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Reads the metrics of an output and checks them against its loss.</summary>
internal static class MetricReader
{
    /// <summary>They take labels as well as targets.</summary>
    private static readonly Shared.Metric[] s_metricsForEveryLoss =
    [
        Shared.Metric.Accuracy,
        Shared.Metric.Precision,
        Shared.Metric.Recall,
        Shared.Metric.F1Score,
        Shared.Metric.Auc,
        Shared.Metric.TruePositives,
        Shared.Metric.TrueNegatives,
        Shared.Metric.FalsePositives,
        Shared.Metric.FalseNegatives,
        Shared.Metric.MeanIoU,
    ];

    public static OutputMetrics Read(AttributeSpec attribute, ProblemSink sink)
    {
        var metrics = new List<string>();
        if (attribute.Arguments.FirstOrDefault(argument => argument.Name == "Metrics")?.Value is ArrayValue array)
        {
            foreach (EnumValue metric in array.Items.OfType<EnumValue>())
            {
                if (Enum.IsDefined(typeof(Shared.Metric), metric.Member))
                {
                    metrics.Add(metric.Member);
                }
                else
                {
                    sink.Add(ArgumentDiagnostics.UnknownEnumValue(attribute.Kind, "Metrics", metric.Member));
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
            sink.Add(ArgumentDiagnostics.SettingOutOfRange(label, "ClassIds", range, classId));
        }

        string? unfit = metrics.Names.FirstOrDefault(metric =>
            !s_metricsForEveryLoss.Any(fitting => fitting.ToString() == metric)
            && metric.StartsWith("Sparse", StringComparison.Ordinal) != loss.IsSparse);
        if (unfit is not null)
        {
            Shared.Metric fit = loss.IsSparse ? Shared.Metric.SparseCategoricalAccuracy : Shared.Metric.CategoricalAccuracy;
            sink.Add(TrainingDiagnostics.MetricDoesNotFit(unfit, loss.Name, fit));
        }
    }
}
