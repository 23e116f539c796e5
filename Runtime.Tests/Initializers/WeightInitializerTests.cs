using System;
using System.Linq;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Initializers;

public sealed class WeightInitializerTests
{
    private const int Length = 200_000;
    private const int FanIn = 300;
    private const int FanOut = 100;

    private delegate void Initialize(Span<float> weights, int seed, int tensor);

    public static TheoryData<string> Names => ["GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal"];

    [Theory]
    [InlineData("GlorotUniform", 0.12247449)]
    [InlineData("HeUniform", 0.14142136)]
    public void UniformWeightsFillTheirInterval(string name, double limit)
    {
        float[] w = Weights(name, 1, 2);
        Assert.All(w, value => Assert.InRange(value, -limit, limit));
        Assert.InRange(w.Min(), -limit, -0.999 * limit);
        Assert.InRange(w.Max(), 0.999 * limit, limit);
        AssertMoments(w, limit * limit / 3, kurtosis: 1.8);
    }

    [Theory]
    [InlineData("GlorotNormal", 2.0 / (FanIn + FanOut))]
    [InlineData("HeNormal", 2.0 / FanIn)]
    public void NormalWeightsAreCutAndKeepTheirVariance(string name, double variance)
    {
        float[] w = Weights(name, 1, 2);
        double cut = 2 * Math.Sqrt(variance) / 0.87962566103423978;
        Assert.All(w, value => Assert.InRange(value, -cut, cut));
        Assert.InRange(w.Max(), 0.99 * cut, cut);

        // Of a normal distribution cut at 2 deviations: (3 - 2 (2^3 + 3 * 2) pdf(2) / 0.9545) / 0.87963^4.
        AssertMoments(w, variance, kurtosis: 2.3655);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SeedTensorAndIndexDecideAlone(string name)
    {
        float[] w = Weights(name, 5, 6);
        Assert.Equal(w, Weights(name, 5, 6));
        Assert.Equal(w[..1000], Weights(name, 5, 6, 1000));
        AssertUnrelated(w, Weights(name, 6, 6));
        AssertUnrelated(w, Weights(name, -5, 6));
        AssertUnrelated(w, Weights(name, 5, 7));
        AssertUnrelated(w, Weights(name, 6, 5));
        AssertUnrelated(w[1..], w[..^1]);
        AssertUnrelated(w[1..], Weights(name, 5, 7)[..^1]);
    }

    [Fact]
    public void FillSetsAll()
    {
        float[] w = new float[33];
        WeightInitializer.Fill(w, 0.25f);
        Assert.All(w, value => Assert.Equal(0.25f, value));
    }

    [Fact]
    public void AFanOfZeroGivesFiniteWeights()
    {
        float[] w = new float[100];
        WeightInitializer.HeNormal(w, 0, 1, 1, 1);
        Assert.All(w, value => Assert.InRange(Math.Abs(value), 0, 4));
    }

    private static float[] Weights(string name, int seed, int tensor, int length = Length)
    {
        Initialize initialize = name switch
        {
            "GlorotUniform" => (w, s, t) => WeightInitializer.GlorotUniform(w, FanIn, FanOut, s, t),
            "GlorotNormal" => (w, s, t) => WeightInitializer.GlorotNormal(w, FanIn, FanOut, s, t),
            "HeUniform" => (w, s, t) => WeightInitializer.HeUniform(w, FanIn, FanOut, s, t),
            _ => (w, s, t) => WeightInitializer.HeNormal(w, FanIn, FanOut, s, t),
        };
        float[] weights = new float[length];
        initialize(weights, seed, tensor);
        return weights;
    }

    // Within 5 standard deviations of what so many independent numbers give.
    private static void AssertMoments(float[] w, double variance, double kurtosis)
    {
        double mean = w.Average(value => (double)value);
        double square = w.Average(value => (double)value * value);
        double fourth = w.Average(value => Math.Pow(value, 4));
        Assert.Equal(0, mean, 5 * Math.Sqrt(variance / w.Length));
        Assert.Equal(variance, square, 5 * variance * Math.Sqrt((kurtosis - 1) / w.Length));
        Assert.Equal(kurtosis, fourth / (square * square), 0.03);
    }

    private static void AssertUnrelated(float[] a, float[] b)
    {
        double product = a.Zip(b).Average(pair => (double)pair.First * pair.Second);
        double scale = Math.Sqrt(a.Average(value => (double)value * value) * b.Average(value => (double)value * value));
        Assert.InRange(product / scale * Math.Sqrt(a.Length), -5, 5);
        Assert.NotEqual(a, b);
    }
}
