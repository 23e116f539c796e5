using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>How often samples of each class were taken for each class. A single output stands for the classes 0 and 1.</summary>
public sealed class ConfusionMatrix
{
    private const int MostInText = 1000;

    // What occurs, since all pairs of many classes would not fit in memory; and the sums of rows and columns.
    private readonly Dictionary<(int Label, int Prediction), long> _counts = [];
    private readonly long[] _labels;
    private readonly long[] _predictions;

    internal ConfusionMatrix(int classes)
    {
        _labels = new long[Math.Max(2, classes)];
        _predictions = new long[_labels.Length];
    }

    /// <summary>The number of classes.</summary>
    public int Classes => _labels.Length;

    /// <summary>How often a sample of the class <paramref name="label"/> was taken for <paramref name="prediction"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int label, int prediction]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)Classes, nameof(label));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)prediction, (uint)Classes, nameof(prediction));
            return _counts.GetValueOrDefault((label, prediction));
        }
    }

    /// <summary>The number of samples of a class.</summary>
    public long Support(int label) => _labels[label];

    /// <summary>Of the samples that were taken for this class the share that is; 0 where there are none.</summary>
    public double Precision(int label) => Share(label, _predictions[label]);

    /// <summary>Of the samples of this class the share that was found; 0 where there are none.</summary>
    public double Recall(int label) => Share(label, _labels[label]);

    /// <summary>The harmonic mean of precision and recall; 0 where both are.</summary>
    public double F1Score(int label)
    {
        double sum = Precision(label) + Recall(label);
        return sum == 0 ? 0 : 2 * Precision(label) * Recall(label) / sum;
    }

    /// <summary>A table with a line for each class: precision, recall, F1 score and the number of samples; then their means.</summary>
    public string ToTable()
    {
        StringBuilder text = new();
        text.AppendLine("class  precision  recall  f1-score  support");
        for (int c = 0; c < Classes; c++)
        {
            AppendRow(text, c.ToString(CultureInfo.InvariantCulture), Precision(c), Recall(c), F1Score(c), Support(c));
        }

        IEnumerable<int> all = Enumerable.Range(0, Classes);
        AppendRow(text, "mean", all.Average(Precision), all.Average(Recall), all.Average(F1Score), all.Sum(Support));
        return text.ToString();
    }

    /// <summary>
    /// The counts: a line for each class, a column for what it was taken for. Of more than 1000 classes, a line for each pair that occurs:
    /// the class, what it was taken for, how often.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new();
        if (Classes > MostInText)
        {
            foreach (((int label, int prediction), long count) in _counts.OrderBy(pair => pair.Key))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{label} {prediction} {count}");
            }

            return text.ToString();
        }

        int width = 1 + _counts.Values.DefaultIfEmpty().Max().ToString(CultureInfo.InvariantCulture).Length;
        for (int label = 0; label < Classes; label++)
        {
            for (int prediction = 0; prediction < Classes; prediction++)
            {
                text.Append(this[label, prediction].ToString(CultureInfo.InvariantCulture).PadLeft(width));
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    internal void Update(ReadOnlySpan<float> outputs, Batch batch, int classes)
    {
        Truth truth = new(batch, classes);
        for (int row = 0; row < outputs.Length / classes; row++)
        {
            int label = truth.Class(row);
            int prediction = Decision.Of(outputs.Slice(row * classes, classes));
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, (label, prediction), out _)++;
            _labels[label]++;
            _predictions[prediction]++;
        }
    }

    private static void AppendRow(StringBuilder text, string name, double precision, double recall, double f1, long support) =>
        text.AppendLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,5}  {precision,9:F4}  {recall,6:F4}  {f1,8:F4}  {support,7}"));

    private double Share(int label, long of) => of == 0 ? 0 : (double)this[label, label] / of;
}
