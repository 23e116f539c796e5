using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>mean |y - t|</c>.</summary>
internal sealed class MeanAbsoluteError : ReferenceLoss
{
    public override double[] Distances(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double[] errors = y.ToArray();
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] -= t[i];
        }

        return errors;
    }

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += Math.Abs(y[i] - t[i]);
        }

        return sum / y.Length;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = (double)Math.Sign(y[i] - t[i]) / y.Length;
        }
    }
}
