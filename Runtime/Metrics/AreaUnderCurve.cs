using System;

namespace StaticNets.Metrics;

/// <summary>Keras' <c>AUC</c> with its defaults: the ROC curve at 200 evenly spaced thresholds, joined by straight lines.</summary>
internal sealed class AreaUnderCurve(string name, int classes) : MetricAccumulator(name, 2 * Thresholds)
{
    private const int Thresholds = 200;

    /// <inheritdoc/>
    public override double Result
    {
        get
        {
            // From the highest threshold down, the sums are the true and false positives at each.
            double positives = Sum(State[..Thresholds]);
            double negatives = Sum(State[Thresholds..]);
            double area = 0;
            double truePositives = 0;
            double x = 0;
            double y = 0;
            double falsePositives = 0;
            for (int i = Thresholds - 1; i >= 0; i--)
            {
                truePositives += State[i];
                falsePositives += State[Thresholds + i];
                double nextX = negatives == 0 ? 0 : falsePositives / negatives;
                double nextY = positives == 0 ? 0 : truePositives / positives;
                area += i == Thresholds - 1 ? 0 : (nextX - x) * (nextY + y) / 2;
                (x, y) = (nextX, nextY);
            }

            return area;
        }
    }

    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, classes);
        for (int i = 0; i < outputs.Length; i++)
        {
            // An output that is no number is above no threshold.
            float p = outputs[i] > 0 ? Math.Min(outputs[i], 1) : 0;
            int bucket = Math.Max(0, (int)MathF.Ceiling(p * (Thresholds - 1)) - 1);
            float target = truth.Target(i / classes, i % classes);
            State[bucket] += target;
            State[Thresholds + bucket] += 1 - target;
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
