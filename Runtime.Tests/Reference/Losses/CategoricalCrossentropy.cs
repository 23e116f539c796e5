using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>
/// <c>-sum t log q</c> of probabilities, <c>q = y / sum y</c> clipped away from 0 and 1; where it clips the gradient is 0.
/// </summary>
internal sealed class CategoricalCrossentropy : ReferenceLoss
{
    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = Sum(y);
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            loss -= t[i] * Math.Log(Clip(y[i] / sum));
        }

        return loss;
    }

    /// <summary>
    /// <c>d(-t log q)/dq = -t/q</c>, and <c>q = y / sum</c> hands <c>dq / sum</c> to its y and takes <c>dq q / sum</c> from all.
    /// </summary>
    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        double sum = Sum(y);
        double shared = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double q = y[i] / sum;
            double dq = IsInside(q) ? -t[i] / q : 0;
            dy[i] = dq / sum;
            shared += dq * q / sum;
        }

        for (int i = 0; i < y.Length; i++)
        {
            dy[i] -= shared;
        }
    }

    private static double Sum(ReadOnlySpan<double> y)
    {
        double sum = 0;
        foreach (double value in y)
        {
            sum += value;
        }

        return sum;
    }
}
