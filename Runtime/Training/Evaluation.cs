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

    /// <summary>The loss or a metric.</summary>
    /// <param name="name"><c>loss</c> or the name of a metric.</param>
    /// <exception cref="KeyNotFoundException">There is no such value; the message lists those that are there.</exception>
    public double this[string name]
    {
        get
        {
            if (name == "loss")
            {
                return Loss;
            }

            return Metrics.TryGetValue(name, out double value)
                ? value
                : throw new KeyNotFoundException($"The evaluation has no '{name}'; it has: {string.Join(", ", Metrics.Keys.Prepend("loss"))}.");
        }
    }

    /// <summary>A table with precision, recall and F1 score of each class.</summary>
    /// <exception cref="InvalidOperationException">The evaluation was not asked for the confusion matrix.</exception>
    public string ToTable() => ConfusionMatrix?.ToTable()
        ?? throw new InvalidOperationException("The evaluation holds no classes; ask for them by EvaluationOptions.ConfusionMatrix.");

    /// <summary>All values as Keras prints them.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        IEnumerable<KeyValuePair<string, double>> all = Metrics.Append(new KeyValuePair<string, double>("loss", Loss));
        foreach ((string name, double value) in all.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : " - ").Append(name).Append(": ").AppendMetric(value);
        }

        return text.ToString();
    }

    internal static Evaluation Of(double loss, MetricSet metrics, int count)
    {
        Dictionary<string, double> values = [];
        foreach (MetricAccumulator metric in metrics.Items)
        {
            values.Add(metric.Name, metric.Result);
        }

        return new Evaluation(loss, new ReadOnlyDictionary<string, double>(values), count);
    }
}
