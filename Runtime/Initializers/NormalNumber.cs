namespace StaticNets.Execution;

/// <summary>
/// Standard normal numbers from uniform ones. Only additions, multiplications and comparisons of doubles, whose results are the same on every machine; the
/// exponential function of a platform's library is not.
/// </summary>
internal static class NormalNumber
{
    /// <summary>Keras cuts truncated normal distributions here, in standard deviations.</summary>
    public const double Truncated = 2;

    /// <summary>The whole distribution, but for 1 number in 500 million: more than twice as many as a net's weights.</summary>
    public const double Whole = 6;

    /// <summary>
    /// A standard normal number within the cut by rejection (von Neumann): a uniform z is kept with the probability exp(-z^2 / 2), 3 times in 5 for a cut at
    /// 2, once in 5 for 6; each further attempt takes the next random number of the same weight.
    /// </summary>
    public static double Draw(ulong random, double cut)
    {
        while (true)
        {
            double z = cut * ((2 * Fraction((uint)(random >> 32))) - 1);
            if (Fraction((uint)random) < Exp(-z * z / 2))
            {
                return z;
            }

            random = CounterRandom.Mix(random);
        }
    }

    private static double Fraction(uint random) => random * (1.0 / (1L << 32));

    /// <summary>exp(x) for x from -18 to 0, within 2e-9 of the value: Taylor's sum for x / 64, squared six times.</summary>
    private static double Exp(double x)
    {
        double y = x / 64;
        double p = 1 + (y * (1.0 / 8));
        p = 1 + (y * p * (1.0 / 7));
        p = 1 + (y * p * (1.0 / 6));
        p = 1 + (y * p * (1.0 / 5));
        p = 1 + (y * p * (1.0 / 4));
        p = 1 + (y * p * (1.0 / 3));
        p = 1 + (y * p * (1.0 / 2));
        p = 1 + (y * p);
        for (int i = 0; i < 6; i++)
        {
            p *= p;
        }

        return p;
    }
}
