using System;
using System.Linq;
using System.Runtime.Intrinsics;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class DropoutMaskTests
{
    private const int Length = 1 << 16;

    [Theory]
    [InlineData(0u)]
    [InlineData(12345u)]
    [InlineData(uint.MaxValue - 7)]
    public void AllWidthsDrawTheSameMask(uint index)
    {
        uint threshold = DropoutMask.Threshold(0.4);
        for (ulong key = 1; key < 100; key++)
        {
            Vector512<float> wide = DropoutMask.Scale512(key << 30, index, threshold, 1.5f);
            for (uint i = 0; i < 16; i++)
            {
                float lane = wide[(int)i];
                Assert.Equal(lane, DropoutMask.Scale256(key << 30, unchecked(index + (i & ~7u)), threshold, 1.5f)[(int)i % 8]);
                Assert.Equal(lane, DropoutMask.Scale128(key << 30, unchecked(index + (i & ~3u)), threshold, 1.5f)[(int)i % 4]);
                Assert.Equal(lane, DropoutMask.Scale128(key << 30, unchecked(index + i), threshold, 1.5f)[0]);
                Assert.True(lane is 0 or 1.5f);
            }
        }
    }

    [Fact]
    public void RateZeroKeepsAllAndRateOneDropsAll()
    {
        Assert.All(Mask(7, DropoutMask.Threshold(0)), value => Assert.Equal(1, value));
        Assert.All(Mask(7, DropoutMask.Threshold(1)), value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void TheShareDroppedIsTheRate(double rate)
    {
        double sigma = Math.Sqrt(rate * (1 - rate) / Length);
        for (ulong key = 0; key < 20; key++)
        {
            float[] mask = Mask(CounterRandom.Mix(key), DropoutMask.Threshold(rate));
            Assert.InRange(mask.Average(), 1 - rate - (5 * sigma), 1 - rate + (5 * sigma));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(28)]
    [InlineData(128)]
    [InlineData(1024)]
    public void ElementsOfAMaskAreUncorrelated(int distance)
    {
        float[] mask = Mask(0x1234_5678_9ABC_DEF0, DropoutMask.Threshold(0.5));
        AssertUncorrelated(mask[..^distance], mask[distance..]);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(1UL << 31)]
    [InlineData(1UL << 32)]
    [InlineData(1UL << 33)]
    [InlineData(1UL << 63)]
    public void MasksOfKeysThatDifferInOneBitAreUncorrelatedAtAnyShift(ulong bit)
    {
        float[] mask = Mask(5, DropoutMask.Threshold(0.5));
        float[] other = Mask(5 ^ bit, DropoutMask.Threshold(0.5));
        for (int shift = 0; shift < 5; shift++)
        {
            AssertUncorrelated(mask[shift..], other[..^shift]);
            AssertUncorrelated(mask[..^shift], other[shift..]);
        }

        AssertUncorrelated(mask, [.. Enumerable.Range(0, Length).Select(i => other[i ^ 1])]);
    }

    // Half of the elements are kept, so the count of equal ones is binomial with p = 1/2.
    private static void AssertUncorrelated(float[] a, float[] b)
    {
        int equal = a.Zip(b).Count(pair => pair.First == pair.Second);
        double deviation = (equal - (a.Length / 2.0)) / Math.Sqrt(a.Length / 4.0);
        Assert.InRange(deviation, -5, 5);
    }

    private static float[] Mask(ulong key, uint threshold)
    {
        float[] mask = new float[Length];
        for (int i = 0; i < Length; i += 4)
        {
            DropoutMask.Scale128(key, (uint)i, threshold, 1).CopyTo(mask, i);
        }

        return mask;
    }
}
