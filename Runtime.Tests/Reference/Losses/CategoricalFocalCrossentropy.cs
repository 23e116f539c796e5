using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>-sum alpha (1 - q)^gamma t log q</c> with q = y / sum y, clipped away from 0 and 1; where it clips the gradient is 0.</summary>
internal sealed class CategoricalFocalCrossentropy(LossSettings settings) : ReferenceLoss
{
    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = Sum(y);
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double q = Clip(y[i] / sum);
            loss -= settings.Alpha * Math.Pow(1 - q, settings.Gamma) * t[i] * Math.Log(q);
        }

        return loss;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        double sum = Sum(y);
        double shared = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double q = y[i] / sum;
            double slope = (settings.Gamma * Math.Pow(1 - q, settings.Gamma - 1) * Math.Log(q)) - (Math.Pow(1 - q, settings.Gamma) / q);
            double dq = IsInside(q) ? settings.Alpha * t[i] * slope : 0;
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
