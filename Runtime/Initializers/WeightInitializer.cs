using System;
using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>
/// Sets the first weights of a tensor, with Keras' formulas. A weight depends on the seed, the tensor's number and its own index alone (an
/// orthogonal matrix' weights on all of the tensor), and has the same bits on every machine. Those with the same parameters share one
/// signature, so that emitted calls differ in the name only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightInitializer
{
    /// <summary>The standard deviation that a standard normal distribution keeps when it is cut at 2.</summary>
    private const double DeviationAfterCut = 0.87962566103423978;

    /// <summary>Uniform with variance <c>2 scale / (fanIn + fanOut)</c> (Glorot and Bengio, 2010).</summary>
    public static void GlorotUniform(Span<float> weights, int fanIn, int fanOut, int seed, int tensor, double scale = 1) =>
        UniformWith(Variance(2 * scale, (double)fanIn + fanOut), weights, seed, tensor);

    /// <summary>Normal with variance <c>2 scale / (fanIn + fanOut)</c>, cut at 2 standard deviations.</summary>
    public static void GlorotNormal(Span<float> weights, int fanIn, int fanOut, int seed, int tensor, double scale = 1) =>
        NormalWith(Variance(2 * scale, (double)fanIn + fanOut), weights, seed, tensor);

    /// <summary>Uniform with variance <c>scale / fanIn</c> (He, Zhang, Ren and Sun, 2015).</summary>
    public static void HeUniform(Span<float> weights, int fanIn, int fanOut, int seed, int tensor, double scale = 2) =>
        UniformWith(Variance(scale, fanIn), weights, seed, tensor);

    /// <summary>Normal with variance <c>scale / fanIn</c>, cut at 2 standard deviations.</summary>
    public static void HeNormal(Span<float> weights, int fanIn, int fanOut, int seed, int tensor, double scale = 2) =>
        NormalWith(Variance(scale, fanIn), weights, seed, tensor);

    /// <summary>Uniform with variance <c>scale / fanIn</c> (LeCun, Bottou, Orr and Müller, 1998).</summary>
    public static void LecunUniform(Span<float> weights, int fanIn, int fanOut, int seed, int tensor, double scale = 1) =>
        UniformWith(Variance(scale, fanIn), weights, seed, tensor);

    /// <summary>Normal with variance <c>scale / fanIn</c>, cut at 2 standard deviations.</summary>
    public static void LecunNormal(Span<float> weights, int fanIn, int fanOut, int seed, int tensor, double scale = 1) =>
        NormalWith(Variance(scale, fanIn), weights, seed, tensor);

    /// <summary>
    /// A distribution with variance <c>scale / fan</c>: that of the inputs, of the outputs, or the average of both. A truncated normal
    /// one is cut at
    /// 2 standard deviations of what it would be uncut, and has this variance after the cut.
    /// </summary>
    public static void VarianceScaling(
        Span<float> weights,
        FanMode mode,
        VarianceDistribution distribution,
        int fanIn,
        int fanOut,
        int seed,
        int tensor,
        double scale = 1)
    {
        double fan = mode switch
        {
            FanMode.FanIn => fanIn,
            FanMode.FanOut => fanOut,
            _ => ((double)fanIn + fanOut) / 2,
        };
        double variance = Variance(scale, fan);
        switch (distribution)
        {
            case VarianceDistribution.Uniform:
                UniformWith(variance, weights, seed, tensor);
                break;
            case VarianceDistribution.UntruncatedNormal:
                RandomNormal(weights, Math.Sqrt(variance), seed, tensor);
                break;
            default:
                NormalWith(variance, weights, seed, tensor);
                break;
        }
    }

    /// <summary>Uniform from -limit to below limit.</summary>
    public static void RandomUniform(Span<float> weights, double limit, int seed, int tensor)
    {
        ulong key = Key(seed, tensor);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(limit * ((2 * Fraction24(Draw(key, i))) - 1));
        }
    }

    /// <summary>Normal with a standard deviation.</summary>
    public static void RandomNormal(Span<float> weights, double deviation, int seed, int tensor) =>
        Normal(weights, deviation, NormalNumber.Whole, seed, tensor);

    /// <summary>Normal with a standard deviation, cut at 2 of them.</summary>
    public static void TruncatedNormal(Span<float> weights, double deviation, int seed, int tensor) =>
        Normal(weights, deviation, NormalNumber.Truncated, seed, tensor);

    /// <summary>
    /// A matrix with orthonormal rows or columns, whichever are fewer, times the gain (Saxe, McClelland and Ganguli, 2013): the Q of the QR
    /// decomposition of normal numbers, with the signs that make it unique.
    /// </summary>
    public static void Orthogonal(Span<float> weights, int columns, double gain, int seed, int tensor)
    {
        int rows = weights.Length / columns;
        int vectors = Math.Min(rows, columns);
        int length = Math.Max(rows, columns);
        OrthonormalVectors basis = new(vectors, length);
        ulong key = Key(seed, tensor);
        Span<double> numbers = stackalloc double[NormalNumber.MostAtOnce];
        for (int first = 0; first < weights.Length; first += NormalNumber.MostAtOnce)
        {
            Span<double> some = numbers[..Math.Min(NormalNumber.MostAtOnce, weights.Length - first)];
            NormalNumber.Draw(some, key, first, NormalNumber.Whole);
            basis.Fill(first, some);
        }

        basis.Make();
        basis.CopyTo(weights, gain, asRows: rows == vectors);
    }

    /// <summary>The gain on the diagonal, 0 elsewhere.</summary>
    public static void Identity(Span<float> weights, int columns, double gain)
    {
        weights.Clear();
        int rows = weights.Length / columns;
        for (int i = 0; i < Math.Min(rows, columns); i++)
        {
            weights[(i * columns) + i] = (float)gain;
        }
    }

    /// <summary>All weights the same.</summary>
    public static void Fill(Span<float> weights, float value) => weights.Fill(value);

    private static double Variance(double scale, double fan) => scale / Math.Max(1, fan);

    // Uniform numbers within a limit have the variance limit^2 / 3.
    private static void UniformWith(double variance, Span<float> weights, int seed, int tensor) =>
        RandomUniform(weights, Math.Sqrt(3 * variance), seed, tensor);

    private static void NormalWith(double variance, Span<float> weights, int seed, int tensor) =>
        TruncatedNormal(weights, Math.Sqrt(variance) / DeviationAfterCut, seed, tensor);

    private static void Normal(Span<float> weights, double deviation, double cut, int seed, int tensor)
    {
        ulong key = Key(seed, tensor);
        Span<double> numbers = stackalloc double[NormalNumber.MostAtOnce];
        for (int first = 0; first < weights.Length; first += NormalNumber.MostAtOnce)
        {
            Span<double> some = numbers[..Math.Min(NormalNumber.MostAtOnce, weights.Length - first)];
            NormalNumber.Draw(some, key, first, cut);
            for (int i = 0; i < some.Length; i++)
            {
                weights[first + i] = (float)(deviation * some[i]);
            }
        }
    }

    private static ulong Key(int seed, int tensor) => CounterRandom.Mix(CounterRandom.Mix((uint)seed) + (uint)tensor);

    private static ulong Draw(ulong key, int index) => CounterRandom.Mix(unchecked(key + (uint)index));

    /// <summary>The highest 24 bits as a number from 0 to below 1, exact as a float.</summary>
    private static double Fraction24(ulong random) => (random >> 40) * (1.0 / (1 << 24));
}
