using System;

namespace StaticNets.Metrics;

/// <summary>
/// Keras' <c>F1Score</c> with the average "macro": the harmonic mean of precision and recall, averaged over the classes; or that of one.
/// </summary>
internal sealed class F1Score(string name, int classes, int? classId = null) : MetricAccumulator(name, 3 * classes)
{
    private const double Epsilon = 1e-7;

    /// <inheritdoc/>
    public override double Result
    {
        get
        {
            if (classId is int one)
            {
                return Score(one);
            }

            double sum = 0;
            for (int c = 0; c < classes; c++)
            {
                sum += Score(c);
            }

            return sum / classes;
        }
    }

    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, classes);
        for (int row = 0; row < outputs.Length / classes; row++)
        {
            ReadOnlySpan<float> y = outputs.Slice(row * classes, classes);
            int decision = Decision.Of(y);
            for (int c = 0; c < classes; c++)
            {
                bool predicted = classes == 1 ? decision == 1 : decision == c;
                bool wanted = truth.Target(row, c) != 0;
                State[3 * c] += predicted && wanted ? 1 : 0;
                State[(3 * c) + 1] += predicted ? 1 : 0;
                State[(3 * c) + 2] += wanted ? 1 : 0;
            }
        }
    }

    private double Score(int c)
    {
        (double hits, double predicted, double wanted) = (State[3 * c], State[(3 * c) + 1], State[(3 * c) + 2]);
        double precision = hits / (predicted + Epsilon);
        double recall = hits / (wanted + Epsilon);
        return 2 * precision * recall / (precision + recall + Epsilon);
    }
}
