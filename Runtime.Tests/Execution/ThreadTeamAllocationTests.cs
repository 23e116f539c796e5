using System;
using System.Threading;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

/// <summary>Tests that look at the whole process and so run beside no other test.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AloneCollection;

[Collection("Alone")]
public sealed class ThreadTeamAllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void AWarmRunAllocatesNothingOnAnyThread(int count)
    {
        using ThreadTeam team = new(count);
        AllocationJob job = new(count);
        long[] before = new long[count];
        long inProcess = long.MaxValue;
        team.Run(job);
        team.Run(job);
        job.Allocated.CopyTo(before, 0);

        // The test runner's own threads may allocate in some of the windows.
        for (int window = 0; window < 200 && inProcess > 0; window++)
        {
            long start = GC.GetTotalAllocatedBytes(precise: true);
            for (int run = 0; run < 500; run++)
            {
                team.Run(job);
            }

            inProcess = Math.Min(inProcess, GC.GetTotalAllocatedBytes(precise: true) - start);
        }

        team.Run(job);
        Assert.Equal(before, job.Allocated);
        Assert.Equal(0, inProcess);
    }

    [Fact]
    public void NeitherDoTheFirstSleepsOfTheThreads()
    {
        using ThreadTeam team = new(3);
        AllocationJob job = new(3);
        team.Run(job);
        long[] before = [.. job.Allocated[1..]];
        job.MillisecondsOfLastWorker = 3;
        for (int run = 0; run < 20; run++)
        {
            Thread.Sleep(3);
            long caller = GC.GetAllocatedBytesForCurrentThread();
            team.Run(job);
            Assert.Equal(caller, GC.GetAllocatedBytesForCurrentThread());
        }

        Assert.Equal(before, job.Allocated[1..]);
    }

    private sealed class AllocationJob(int count) : ITeamJob
    {
        public long[] Allocated { get; } = new long[count];

        public int MillisecondsOfLastWorker { get; set; }

        public void Run(int worker, int workers)
        {
            if (worker == workers - 1 && MillisecondsOfLastWorker > 0)
            {
                Thread.Sleep(MillisecondsOfLastWorker);
            }

            Allocated[worker] = GC.GetAllocatedBytesForCurrentThread();
        }
    }
}
