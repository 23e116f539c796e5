using System;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>What a warm run allocates.</summary>
internal static class Allocations
{
    private const int WarmUpRuns = 200;
    private const int Runs = 500;

    /// <summary>The bytes that a run allocates on all threads: the mean of many.</summary>
    public static double Measure(IContender contender)
    {
        contender.Run(0, WarmUpRuns);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        contender.Run(0, Runs);
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Runs;
    }
}
