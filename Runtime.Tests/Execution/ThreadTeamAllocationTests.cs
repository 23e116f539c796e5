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
        AllocationJob job = new();
        long inProcess = long.MaxValue;
        team.Run(job);
        team.Run(job);

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

        Assert.Equal(0, job.Allocated);
        Assert.Equal(0, inProcess);
    }

    [Fact]
    public void NeitherDoTheFirstSleepsOfTheThreads()
    {
        using ThreadTeam team = new(3);
        AllocationJob job = new() { MillisecondsOfLastWorker = 3 };
        team.Run(job);
        for (int run = 0; run < 20; run++)
        {
            Thread.Sleep(3);
            long caller = GC.GetAllocatedBytesForCurrentThread();
            team.Run(job);
            Assert.Equal(caller, GC.GetAllocatedBytesForCurrentThread());
        }

        Assert.Equal(0, job.Allocated);
    }

    /// <summary>Counts what each thread but the caller's allocates from the first share that it does to the last.</summary>
    private sealed class AllocationJob : ITeamJob
    {
        [ThreadStatic]
        private static (AllocationJob? Job, long Bytes) s_first;

        private readonly int _caller = Environment.CurrentManagedThreadId;
        private long _allocated;

        public long Allocated => _allocated;

        public int MillisecondsOfLastWorker { get; init; }

        public void Run(int worker, int workers)
        {
            if (worker == workers - 1 && MillisecondsOfLastWorker > 0)
            {
                Thread.Sleep(MillisecondsOfLastWorker);
            }

            if (_caller == Environment.CurrentManagedThreadId)
            {
                return;
            }

            if (s_first.Job != this)
            {
                s_first = (this, GC.GetAllocatedBytesForCurrentThread());
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - s_first.Bytes;
            Interlocked.Add(ref _allocated, allocated);
            s_first.Bytes += allocated;
        }
    }
}
