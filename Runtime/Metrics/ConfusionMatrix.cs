using System;
using System.Globalization;
using System.Linq;
using System.Text;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>How often samples of each class were taken for each class. A single output stands for the classes 0 and 1.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[,] _counts;

    internal ConfusionMatrix(int classes) => _counts = new long[Math.Max(2, classes), Math.Max(2, classes)];

    /// <summary>The number of classes.</summary>
    public int Classes => _counts.GetLength(0);

    /// <summary>How often a sample of the class <paramref name="label"/> was taken for <paramref name="prediction"/>.</summary>
    public long this[int label, int prediction] => _counts[label, prediction];

    /// <summary>The number of samples of a class.</summary>
    public long Support(int label) => Enumerable.Range(0, Classes).Sum(prediction => _counts[label, prediction]);

    /// <summary>Of the samples that were taken for this class the share that is; 0 where there are none.</summary>
    public double Precision(int label) => Share(label, Enumerable.Range(0, Classes).Sum(other => _counts[other, label]));

    /// <summary>Of the samples of this class the share that was found; 0 where there are none.</summary>
    public double Recall(int label) => Share(label, Support(label));

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

        int[] all = [.. Enumerable.Range(0, Classes)];
        AppendRow(text, "mean", all.Average(Precision), all.Average(Recall), all.Average(F1Score), all.Sum(Support));
        return text.ToString();
    }

    /// <summary>The counts: a line for each class, a column for what it was taken for.</summary>
    public override string ToString()
    {
        int width = 1 + _counts.Cast<long>().Max().ToString(CultureInfo.InvariantCulture).Length;
        StringBuilder text = new();
        for (int label = 0; label < Classes; label++)
        {
            for (int prediction = 0; prediction < Classes; prediction++)
            {
                text.Append(_counts[label, prediction].ToString(CultureInfo.InvariantCulture).PadLeft(width));
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
            _counts[truth.Class(row), Decision.Of(outputs.Slice(row * classes, classes))]++;
        }
    }

    private static void AppendRow(StringBuilder text, string name, double precision, double recall, double f1, long support) =>
        text.AppendLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,5}  {precision,9:F4}  {recall,6:F4}  {f1,8:F4}  {support,7}"));

    private double Share(int label, long of) => of == 0 ? 0 : (double)_counts[label, label] / of;
}
