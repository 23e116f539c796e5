using System;
using System.Numerics;

namespace StaticNets.Execution;

/// <summary>
/// Standard normal numbers from uniform ones. Only additions, multiplications and comparisons of doubles, whose results are the same on
/// every
/// machine; the exponential function of a platform's library is not.
/// </summary>
internal static class NormalNumber
{
    /// <summary>Keras cuts truncated normal distributions here, in standard deviations.</summary>
    public const double Truncated = 2;

    /// <summary>The whole distribution, but for 1 number in 500 million: more than twice as many as a net's weights.</summary>
    public const double Whole = 6;

    /// <summary>How many numbers are drawn together, so that their attempts need not wait for each other.</summary>
    public const int MostAtOnce = 128;

    /// <summary>
    /// Standard normal numbers within the cut by rejection (von Neumann): a uniform z is kept with the probability exp(-z^2 / 2), 3 times
    /// in 5
    /// for a cut at 2, once in 5 for 6. Further attempts of a number take the next random number of its own.
    /// </summary>
    /// <param name="numbers">Receives the numbers, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="key">What the first random number of each is drawn from, with its index.</param>
    /// <param name="first">The index of the first.</param>
    /// <param name="cut">The cut, in standard deviations.</param>
    public static void Draw(Span<double> numbers, ulong key, int first, double cut)
    {
        Span<ulong> randoms = stackalloc ulong[MostAtOnce];
        Span<int> places = stackalloc int[MostAtOnce];
        Span<double> z = stackalloc double[MostAtOnce];
        Span<double> chances = stackalloc double[MostAtOnce];
        for (int i = 0; i < numbers.Length; i++)
        {
            randoms[i] = unchecked(key + (uint)(first + i));
            places[i] = i;
        }

        // The attempts of one round do not branch: what is kept or not can't be foretold.
        for (int left = numbers.Length; left > 0;)
        {
            for (int i = 0; i < left; i++)
            {
                randoms[i] = CounterRandom.Mix(randoms[i]);
                z[i] = cut * ((2 * Fraction((uint)(randoms[i] >> 32))) - 1);
            }

            Chances(z, chances, left);
            int attempts = left;
            left = 0;
            for (int i = 0; i < attempts; i++)
            {
                ulong random = randoms[i];
                int place = places[i];
                numbers[place] = z[i];
                randoms[left] = random;
                places[left] = place;
                left += Fraction((uint)random) < chances[i] ? 0 : 1;
            }
        }
    }

    /// <summary>exp(-z^2 / 2) of the first numbers.</summary>
    private static void Chances(ReadOnlySpan<double> z, Span<double> chances, int count)
    {
        for (int i = 0; i < count; i += Vector<double>.Count)
        {
            Vector<double> v = new(z[i..]);
            Exp(-v * v * new Vector<double>(0.5)).CopyTo(chances[i..]);
        }
    }

    private static double Fraction(uint random) => random * (1.0 / (1L << 32));

    /// <summary>exp(x) for x from -18 to 0, within 2e-9 of the value: Taylor's sum for x / 64, squared six times.</summary>
    private static Vector<double> Exp(Vector<double> x)
    {
        Vector<double> one = Vector<double>.One;
        Vector<double> y = x * new Vector<double>(1.0 / 64);
        Vector<double> p = one + (y * new Vector<double>(1.0 / 8));
        p = one + (y * p * new Vector<double>(1.0 / 7));
        p = one + (y * p * new Vector<double>(1.0 / 6));
        p = one + (y * p * new Vector<double>(1.0 / 5));
        p = one + (y * p * new Vector<double>(1.0 / 4));
        p = one + (y * p * new Vector<double>(1.0 / 3));
        p = one + (y * p * new Vector<double>(1.0 / 2));
        p = one + (y * p);
        for (int i = 0; i < 6; i++)
        {
            p *= p;
        }

        return p;
    }
}
