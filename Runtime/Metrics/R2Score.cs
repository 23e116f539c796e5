using System;

namespace StaticNets.Metrics;

/// <summary>
/// The share of the targets' variance that the outputs explain: <c>1 - sum (t - y)^2 / sum (t - mean t)^2</c> for each output, and the mean
/// of that over the outputs. A target that does not vary is explained where it is met exactly, with 1, and not at all, with 0, elsewhere.
/// </summary>
internal sealed class R2Score(string name, int outputs) : MetricAccumulator(name, 1 + (3 * outputs))
{
    // The number of rows; then of each output the mean of t and the sums of (t - mean)^2 and (t - y)^2 so far. The mean moves with each row
    // (Welford, 1962): the difference of two sums of squares would leave nothing of a small variance around a large mean.
    private const int Sums = 3;

    public override double Result
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < outputs; i++)
            {
                Span<double> sums = State.Slice(1 + (Sums * i), Sums);
                sum += Score(sums[1], sums[2]);
            }

            return State[0] == 0 ? 0 : sum / outputs;
        }
    }

    public override void Update(ReadOnlySpan<float> values, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        for (int first = 0; first < values.Length; first += outputs)
        {
            double count = ++State[0];
            for (int i = 0; i < outputs; i++)
            {
                Span<double> sums = State.Slice(1 + (Sums * i), Sums);
                double target = targets[first + i];
                double error = target - values[first + i];
                double difference = target - sums[0];
                sums[0] += difference / count;
                sums[1] += difference * (target - sums[0]);
                sums[2] += error * error;
            }
        }
    }

    private static double Score(double variance, double error) =>
        variance != 0 || double.IsNaN(error) ? 1 - (error / variance) : error == 0 ? 1 : 0;
}
