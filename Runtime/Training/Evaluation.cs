using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Text;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>How well a net does on some data, dropout off.</summary>
/// <param name="Loss">The mean data loss, without the penalty.</param>
/// <param name="Metrics">The net's metrics by name, for example <c>accuracy</c>.</param>
/// <param name="Count">The number of samples.</param>
public sealed record Evaluation(double Loss, IReadOnlyDictionary<string, double> Metrics, int Count)
{
    /// <summary>
    /// Which classes were taken for which, where <see cref="EvaluationOptions.ConfusionMatrix"/> or a table was asked for.
    /// </summary>
    public ConfusionMatrix? ConfusionMatrix { get; init; }

    /// <summary>
    /// The mean data loss of each output before its weight, by the names <c>&lt;output&gt;_loss</c>. Empty where only one has a loss.
    /// </summary>
    public IReadOnlyDictionary<string, double> OutputLosses { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>The loss, that of an output, or a metric.</summary>
    /// <param name="name"><c>loss</c>, <c>&lt;output&gt;_loss</c> or the name of a metric.</param>
    /// <exception cref="KeyNotFoundException">There is no such value; the message lists those that are there.</exception>
    public double this[string name]
    {
        get
        {
            foreach ((string key, double value) in All)
            {
                if (key == name)
                {
                    return value;
                }
            }

            throw new KeyNotFoundException($"The evaluation has no '{name}'; it has: {string.Join(", ", All.Select(pair => pair.Key))}.");
        }
    }

    private IEnumerable<KeyValuePair<string, double>> All =>
        OutputLosses.Concat(Metrics).Prepend(new KeyValuePair<string, double>("loss", Loss));

    /// <summary>A table with precision, recall and F1 score of each class.</summary>
    /// <exception cref="InvalidOperationException">The evaluation was not asked for the confusion matrix.</exception>
    public string ToTable() => ConfusionMatrix?.ToTable()
        ?? throw new InvalidOperationException("The evaluation holds no classes; ask for them by EvaluationOptions.ConfusionMatrix.");

    /// <summary>All values as Keras prints them.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((string name, double value) in All.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : " - ").Append(name).Append(": ").AppendMetric(value);
        }

        return text.ToString();
    }

    /// <summary>The results of the evaluator's last run.</summary>
    internal static Evaluation Of(Evaluator evaluator)
    {
        Dictionary<string, double> metrics = [];
        foreach (MetricAccumulator metric in evaluator.Metrics.Items)
        {
            metrics.Add(metric.Name, metric.Result);
        }

        Dictionary<string, double> losses = [];
        foreach (ReportedLoss loss in evaluator.ReportedLosses)
        {
            losses.Add(loss.Name, evaluator.OutputLosses[loss.Output]);
        }

        return new Evaluation(evaluator.Loss, new ReadOnlyDictionary<string, double>(metrics), evaluator.Count)
        {
            OutputLosses = new ReadOnlyDictionary<string, double>(losses),
        };
    }
}
