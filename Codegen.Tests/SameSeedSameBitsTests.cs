using System;
using System.Linq;
using StaticNets.Codegen.Tests.Nets;
using Xunit;

namespace StaticNets.Codegen.Tests;

/// <summary>The whole weight file after some steps is the same, byte for byte, however the work was split.</summary>
public class SameSeedSameBitsTests
{
    private const int Steps = 20;
    private const int Seed = 5;

    private static readonly int[] s_threads = [1, 2, 3, 8];
    private static readonly int[] s_maxBatchSizes = [40, 100];

    public static TheoryData<string> Nets => [.. NetList.All.Select(net => net.Name)];

    [Theory]
    [MemberData(nameof(Nets))]
    public void With_any_number_of_threads_and_any_MaxBatchSize(string name)
    {
        NetCase net = NetList.Named(name);
        byte[] expected = net.Train(Steps, Seed, new TrainerOptions { Threads = s_threads[0], MaxBatchSize = s_maxBatchSizes[0], Seed = Seed });
        foreach (int threads in s_threads)
        {
            foreach (int maxBatchSize in s_maxBatchSizes)
            {
                byte[] actual = net.Train(Steps, Seed, new TrainerOptions { Threads = threads, MaxBatchSize = maxBatchSize, Seed = Seed });
                Assert.True(
                    expected.AsSpan().SequenceEqual(actual),
                    $"{name}: {Different(expected, actual)} bytes of the weight file differ with {threads} threads and MaxBatchSize {maxBatchSize}.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Nets))]
    public void Another_seed_gives_other_bits(string name)
    {
        NetCase net = NetList.Named(name);
        TrainerOptions options = new() { Threads = 1, MaxBatchSize = 40 };
        Assert.NotEqual(net.Train(Steps, 1, options), net.Train(Steps, 2, options));
    }

    private static int Different(byte[] expected, byte[] actual) =>
        Math.Abs(expected.Length - actual.Length) + expected.Zip(actual).Count(pair => pair.First != pair.Second);
}
