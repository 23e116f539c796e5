using System;
using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>
/// Sets the first weights of a tensor, with Keras' formulas. A weight depends on the seed, the tensor's number and its own index alone.
/// The four share one signature, so that emitted calls differ in the name only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightInitializer
{
    /// <summary>The normal distribution's cut, in standard deviations.</summary>
    private const double Cut = 2;

    /// <summary>The standard deviation that a standard normal distribution keeps when it is cut at 2.</summary>
    private const double DeviationAfterCut = 0.87962566103423978;

    /// <summary>Uniform within <c>sqrt(6 / (fanIn + fanOut))</c> (Glorot and Bengio, 2010).</summary>
    public static void GlorotUniform(Span<float> weights, int fanIn, int fanOut, int seed, int tensor) =>
        Uniform(weights, Variance(2, (double)fanIn + fanOut), seed, tensor);

    /// <summary>Normal with variance <c>2 / (fanIn + fanOut)</c>, cut at 2 standard deviations.</summary>
    public static void GlorotNormal(Span<float> weights, int fanIn, int fanOut, int seed, int tensor) =>
        TruncatedNormal(weights, Variance(2, (double)fanIn + fanOut), seed, tensor);

    /// <summary>Uniform within <c>sqrt(6 / fanIn)</c> (He, Zhang, Ren and Sun, 2015).</summary>
    public static void HeUniform(Span<float> weights, int fanIn, int fanOut, int seed, int tensor) =>
        Uniform(weights, Variance(2, fanIn), seed, tensor);

    /// <summary>Normal with variance <c>2 / fanIn</c>, cut at 2 standard deviations.</summary>
    public static void HeNormal(Span<float> weights, int fanIn, int fanOut, int seed, int tensor) =>
        TruncatedNormal(weights, Variance(2, fanIn), seed, tensor);

    /// <summary>All weights the same.</summary>
    public static void Fill(Span<float> weights, float value) => weights.Fill(value);

    private static double Variance(double scale, double fan) => scale / Math.Max(1, fan);

    // Uniform numbers within a limit have the variance limit^2 / 3.
    private static void Uniform(Span<float> weights, double variance, int seed, int tensor)
    {
        ulong key = Key(seed, tensor);
        double limit = Math.Sqrt(3 * variance);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(limit * ((2 * Fraction24(Draw(key, i))) - 1));
        }
    }

    private static void TruncatedNormal(Span<float> weights, double variance, int seed, int tensor)
    {
        ulong key = Key(seed, tensor);
        double deviation = Math.Sqrt(variance) / DeviationAfterCut;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(deviation * CutStandardNormal(Draw(key, i)));
        }
    }

    /// <summary>
    /// A standard normal number within the cut by rejection (von Neumann): a uniform z is kept with the probability exp(-z^2 / 2), about
    /// 3 times in 5; each further attempt takes the next random number of the same weight.
    /// </summary>
    private static double CutStandardNormal(ulong random)
    {
        while (true)
        {
            double z = Cut * ((2 * Fraction32((uint)(random >> 32))) - 1);
            if (Fraction32((uint)random) < Math.Exp(-z * z / 2))
            {
                return z;
            }

            random = CounterRandom.Mix(random);
        }
    }

    private static ulong Key(int seed, int tensor) => CounterRandom.Mix(CounterRandom.Mix((uint)seed) + (uint)tensor);

    private static ulong Draw(ulong key, int index) => CounterRandom.Mix(unchecked(key + (uint)index));

    /// <summary>The highest 24 bits as a number from 0 to below 1, exact as a float.</summary>
    private static double Fraction24(ulong random) => (random >> 40) * (1.0 / (1 << 24));

    private static double Fraction32(uint random) => random * (1.0 / (1L << 32));
}
