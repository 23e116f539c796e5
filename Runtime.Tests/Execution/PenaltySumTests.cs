using System;
using System.Linq;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class PenaltySumTests
{
    private static readonly TensorInfo[] s_tensors =
    [
        new("a/kernel", [9000], 0, 9000, L1: 0.01f),
        new("a/bias", [10], 9000, 10),
        new("b/kernel", [5000], 9010, 5000, L1: 0.001f, L2: 0.02f),
        new("b/bias", [3], 14010, 3, L2: 0.5f),
    ];

    private static readonly float[] s_weights = [.. Enumerable.Range(0, 14013).Select(i => (float)Math.Sin(i))];

    [Fact]
    public void SumsMagnitudesAndSquaresOfThePenalizedTensors()
    {
        double expected = 0;
        foreach (TensorInfo tensor in s_tensors)
        {
            foreach (float w in s_weights.AsSpan(tensor.Offset, tensor.Length))
            {
                expected += ((double)tensor.L1 * Math.Abs(w)) + ((double)tensor.L2 * w * w);
            }
        }

        Assert.Equal(expected, Compute(workers: 1), 1e-6 * expected);
    }

    [Fact]
    public void AnyNumberOfWorkersGivesTheSameBits()
    {
        double alone = Compute(workers: 1);
        for (int workers = 2; workers < 10; workers++)
        {
            Assert.Equal(alone, Compute(workers));
        }
    }

    [Fact]
    public void ANetWithoutPenaltiesHasNothingToSum()
    {
        PenaltySum sum = new([new TensorInfo("a/kernel", [100], 0, 100)]);
        Assert.True(sum.IsEmpty);
        Assert.Equal(0, sum.Total);
    }

    private static double Compute(int workers)
    {
        PenaltySum sum = new(s_tensors);
        for (int worker = workers - 1; worker >= 0; worker--)
        {
            sum.Compute(s_weights, worker, workers);
        }

        return sum.Total;
    }
}
