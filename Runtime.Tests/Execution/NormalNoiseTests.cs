using System;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class NormalNoiseTests
{
    private const int Length = 1 << 18;

    [Theory]
    [InlineData(0u)]
    [InlineData(12345u)]
    [InlineData(uint.MaxValue - 7)]
    public void AllWidthsDrawTheSame(uint index)
    {
        // Without fused multiply-add wide vectors are emulated, and widths may round differently.
        float tolerance = Fma.IsSupported ? 0 : 1e-6f;
        for (ulong key = 1; key < 100; key++)
        {
            Vector512<float> wide = NormalNoise.Draw512(key << 30, index);
            for (uint i = 0; i < 16; i++)
            {
                Assert.Equal(wide[(int)i], NormalNoise.Draw256(key << 30, unchecked(index + (i & ~7u)))[(int)i % 8], tolerance);
                Assert.Equal(wide[(int)i], NormalNoise.Draw128(key << 30, unchecked(index + (i & ~3u)))[(int)i % 4], tolerance);
                Assert.Equal(wide[(int)i], NormalNoise.Draw128(key << 30, unchecked(index + i))[0], tolerance);
            }
        }
    }

    /// <summary>The means of powers, whose deviations follow from the means of the powers' squares: 1, 3, 15, 105, 945, 10395 for even ones.</summary>
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 0, 15)]
    [InlineData(4, 3, 105)]
    [InlineData(6, 15, 10395)]
    public void PowersHaveTheMeansOfTheNormalDistribution(int power, double expected, double ofSquares)
    {
        double allowed = 5 * Math.Sqrt((ofSquares - (expected * expected)) / Length);
        for (ulong key = 0; key < 5; key++)
        {
            double mean = Noise(CounterRandom.Mix(key)).Average(z => Math.Pow(z, power));
            Assert.InRange(mean, expected - allowed, expected + allowed);
        }
    }

    [Theory]
    [InlineData(0.5, 0.38292492254802624)]
    [InlineData(1, 0.6826894921370859)]
    [InlineData(2, 0.9544997361036416)]
    [InlineData(3, 0.9973002039367398)]
    public void TheShareWithinABoundIsTheNormalDistributions(double bound, double share)
    {
        double allowed = 5 * Math.Sqrt(share * (1 - share) / Length);
        double within = Noise(7).Count(z => Math.Abs(z) < bound) / (double)Length;
        Assert.InRange(within, share - allowed, share + allowed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(28)]
    [InlineData(1024)]
    public void ElementsAreUncorrelated(int distance)
    {
        float[] noise = Noise(0x1234_5678_9ABC_DEF0);
        AssertUncorrelated(noise[..^distance], noise[distance..]);
        AssertUncorrelated([.. noise[..^distance].Select(Square)], [.. noise[distance..].Select(Square)]);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(1UL << 31)]
    [InlineData(1UL << 32)]
    [InlineData(1UL << 63)]
    public void NoiseOfKeysThatDifferInOneBitIsUncorrelated(ulong bit) => AssertUncorrelated(Noise(5), Noise(5 ^ bit));

    /// <summary>A square less its mean, over its deviation.</summary>
    private static float Square(float z) => ((z * z) - 1) / MathF.Sqrt(2);

    private static void AssertUncorrelated(float[] a, float[] b)
    {
        double correlation = a.Zip(b).Average(pair => pair.First * pair.Second);
        Assert.InRange(correlation * Math.Sqrt(a.Length), -5, 5);
    }

    private static float[] Noise(ulong key)
    {
        float[] noise = new float[Length];
        for (int i = 0; i < Length; i += 8)
        {
            NormalNoise.Draw256(key, (uint)i).CopyTo(noise, i);
        }

        return noise;
    }
}
