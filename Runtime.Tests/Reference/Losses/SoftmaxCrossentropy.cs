using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>-sum t log softmax(y)</c> of logits.</summary>
internal sealed class SoftmaxCrossentropy : ReferenceLoss
{
    public override bool FromLogits => true;

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double logSum = LogSumOfExponentials(y);
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            loss -= t[i] * (y[i] - logSum);
        }

        return loss;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        double logSum = LogSumOfExponentials(y);
        double total = 0;
        foreach (double target in t)
        {
            total += target;
        }

        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = (total * Math.Exp(y[i] - logSum)) - t[i];
        }
    }

    private static double LogSumOfExponentials(ReadOnlySpan<double> y)
    {
        double maximum = double.NegativeInfinity;
        foreach (double value in y)
        {
            maximum = Math.Max(maximum, value);
        }

        double sum = 0;
        foreach (double value in y)
        {
            sum += Math.Exp(value - maximum);
        }

        return maximum + Math.Log(sum);
    }
}
