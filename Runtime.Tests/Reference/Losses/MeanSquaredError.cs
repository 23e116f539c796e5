using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>mean (y - t)^2</c>.</summary>
internal sealed class MeanSquaredError : ReferenceLoss
{
    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += (y[i] - t[i]) * (y[i] - t[i]);
        }

        return sum / y.Length;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = 2 * (y[i] - t[i]) / y.Length;
        }
    }
}
