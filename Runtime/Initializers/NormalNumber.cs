using System;
using System.Numerics;
using System.Runtime.CompilerServices;

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
    public const int MostAtOnce = 512;

    /// <summary>
    /// Standard normal numbers within the cut by rejection (von Neumann): a uniform z is kept with the probability exp(-z^2 / 2), 3 times
    /// in 5
    /// for a cut at 2, once in 5 for 6. Further attempts of a number take the next random number of its own.
    /// </summary>
    /// <param name="numbers">Receives the numbers, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="key">What the first random number of each is drawn from, with its index.</param>
    /// <param name="first">The index of the first.</param>
    /// <param name="cut">The cut, in standard deviations.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(Span<double> numbers, ulong key, int first, double cut)
    {
        Span<ulong> randoms = stackalloc ulong[MostAtOnce];
        Span<int> places = stackalloc int[MostAtOnce];
        Span<double> z = stackalloc double[MostAtOnce];
        Span<long> isKept = stackalloc long[MostAtOnce];
        for (int i = 0; i < numbers.Length; i++)
        {
            randoms[i] = unchecked(key + (uint)(first + i));
            places[i] = i;
        }

        // The attempts of one round do not branch: what is kept or not can't be foretold.
        for (int left = numbers.Length; left > 0;)
        {
            int attempts = left;
            Attempt(randoms, z, isKept, attempts, cut);
            left = 0;
            for (int i = 0; i < attempts; i++)
            {
                int place = places[i];
                numbers[place] = z[i];
                randoms[left] = randoms[i];
                places[left] = place;
                left += 1 + (int)isKept[i];
            }
        }
    }

    /// <summary>The next attempt of the first numbers: its z, and -1 where it is kept, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Attempt(Span<ulong> randoms, Span<double> z, Span<long> isKept, int count, double cut)
    {
        Vector<double> scale = new(1.0 / (1L << 32));
        for (int i = 0; i < count; i += Vector<ulong>.Count)
        {
            Vector<ulong> random = CounterRandom.Mix(new Vector<ulong>(randoms[i..]));
            Vector<double> upper = Vector.ConvertToDouble(random >>> 32) * scale;
            Vector<double> lower = Vector.ConvertToDouble(random & new Vector<ulong>(uint.MaxValue)) * scale;
            Vector<double> v = new Vector<double>(cut) * ((new Vector<double>(2) * upper) - Vector<double>.One);
            random.CopyTo(randoms[i..]);
            v.CopyTo(z[i..]);
            Vector.LessThan(lower, Exp(-v * v * new Vector<double>(0.5))).CopyTo(isKept[i..]);
        }
    }

    /// <summary>exp(x) for x from -18 to 0, within 2e-9 of the value: Taylor's sum for x / 64, squared six times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
