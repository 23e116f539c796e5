using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Losses;
using StaticNets.Generator.Model;
using StaticNets.Generator.Optimizers;

namespace StaticNets.Generator.Graph;

/// <summary>Reads <c>[Compile]</c> and checks it against the net's output.</summary>
internal static class TrainingReader
{
    private static readonly string[] s_metrics =
    [
        "Accuracy", "BinaryAccuracy", "CategoricalAccuracy", "SparseCategoricalAccuracy", "MeanSquaredError", "MeanAbsoluteError",
        "Precision", "Recall", "F1Score", "Auc", "TopKCategoricalAccuracy", "SparseTopKCategoricalAccuracy",
    ];

    /// <summary>They take labels as well as targets.</summary>
    private static readonly string[] s_metricsForEveryLoss = ["Accuracy", "Precision", "Recall", "F1Score", "Auc"];

    public static Training? Read(NetSpec spec, Node? output, Problems problems)
    {
        if (spec.Compile is not { } attribute)
        {
            return null;
        }

        ProblemSink sink = problems.For(Problem.Compile);
        var arguments = new ArgumentReader(attribute, sink, attribute.Kind);
        LossFunction? loss = LossCatalogue.Find(arguments.Enum("Loss", "", LossCatalogue.Names));
        OptimizerRule? optimizer = OptimizerCatalogue.Read(arguments.Enum("Optimizer", "", OptimizerCatalogue.Names), arguments);
        if (loss is null || optimizer is null)
        {
            return null;
        }

        IReadOnlyList<string> metrics = Metrics(attribute, sink);
        if (output is not null)
        {
            string label = LayerLabel.Of(spec, output.Attribute, output.Layer.Description);
            CheckOutput(loss, metrics, output, label, sink);
        }

        return new Training(loss, optimizer, metrics);
    }

    private static IReadOnlyList<string> Metrics(AttributeSpec attribute, ProblemSink sink)
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
                    sink.Add("SN2006", "Metrics", "Compile", "Metrics", metric.Member);
                }
            }
        }

        return metrics;
    }

    private static void CheckOutput(LossFunction loss, IReadOnlyList<string> metrics, Node output, string label, ProblemSink sink)
    {
        if (!output.NeedsGradient)
        {
            sink.Add("SN4004", null, label);
        }

        if (loss.IsSparse && output.Shape.Last < 2)
        {
            sink.Add("SN4002", "Loss", label, output.Shape.ToString());
        }

        string? unfit = metrics.FirstOrDefault(
            metric => !s_metricsForEveryLoss.Contains(metric) && metric.StartsWith("Sparse", System.StringComparison.Ordinal) != loss.IsSparse);
        if (unfit is not null)
        {
            sink.Add("SN4001", "Metrics", unfit, loss.Name, loss.IsSparse ? "SparseCategoricalAccuracy" : "CategoricalAccuracy");
        }
    }
}
