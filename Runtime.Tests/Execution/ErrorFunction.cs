using System;

namespace StaticNets.Tests.Execution;

/// <summary>The error function in double precision, by a series of positive terms (Abramowitz and Stegun 7.1.6).</summary>
internal static class ErrorFunction
{
    public static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        double term = 2 / Math.Sqrt(Math.PI) * x * Math.Exp(-x * x);
        double sum = term;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return sum;
    }
}
