using System;

namespace StaticNets.Tests.Reference.Activations;

/// <summary>The standard normal distribution, which GELU is made of. .NET has no error function.</summary>
internal static class NormalDistribution
{
    /// <summary>Beyond this the distribution is 0 or 1 to the last bit that matters here.</summary>
    private const double Range = 9;

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>1/2 + density(x) (x + x^3/3 + x^5/(3 5) + ...). All terms have one sign, so nothing cancels.</summary>
    public static double Cumulative(double x)
    {
        if (!(Math.Abs(x) <= Range))
        {
            return x > 0 ? 1 : 0;
        }

        double sum = 0;
        double term = x;
        for (int n = 1; sum + term != sum; n++)
        {
            sum += term;
            term *= x * x / ((2 * n) + 1);
        }

        return 0.5 + (Density(x) * sum);
    }
}
