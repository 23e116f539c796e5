using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>
/// <c>mean -(t log p + (1 - t) log(1 - p))</c> of probabilities clipped away from 0 and 1; where it clips the gradient is 0.
/// </summary>
internal sealed class BinaryCrossentropy : ReferenceLoss
{
    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double p = Clip(y[i]);
            sum -= (t[i] * Math.Log(p)) + ((1 - t[i]) * Math.Log(1 - p));
        }

        return sum / y.Length;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = IsInside(y[i]) ? (((1 - t[i]) / (1 - y[i])) - (t[i] / y[i])) / y.Length : 0;
        }
    }
}
