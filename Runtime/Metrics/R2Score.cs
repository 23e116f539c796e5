using System;

namespace StaticNets.Metrics;

/// <summary>
/// The share of the targets' variance that the outputs explain: <c>1 - sum (t - y)^2 / (sum t^2 - (sum t)^2 / n)</c> for each output, and
/// the mean of that over the outputs. As in Keras it is 0 where a target does not vary and the output misses it.
/// </summary>
internal sealed class R2Score(string name, int outputs) : MetricAccumulator(name, 1 + (3 * outputs))
{
    // The number of rows; then of each output the sums of t, t^2 and (t - y)^2.
    private const int Sums = 3;

    public override double Result
    {
        get
        {
            double count = State[0];
            double sum = 0;
            for (int i = 0; i < outputs; i++)
            {
                Span<double> sums = State.Slice(1 + (Sums * i), Sums);
                double score = 1 - (sums[2] / (sums[1] - (sums[0] * sums[0] / count)));
                sum += double.IsInfinity(score) ? 0 : score;
            }

            return count == 0 ? 0 : sum / outputs;
        }
    }

    public override void Update(ReadOnlySpan<float> values, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        for (int i = 0; i < values.Length; i++)
        {
            Span<double> sums = State.Slice(1 + (Sums * (i % outputs)), Sums);
            double error = (double)targets[i] - values[i];
            sums[0] += targets[i];
            sums[1] += (double)targets[i] * targets[i];
            sums[2] += error * error;
        }

        State[0] += values.Length / outputs;
    }
}
