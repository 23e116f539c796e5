using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using StaticNets.Execution;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class ThreadTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void EachWorkerRunsOnceARun(int count)
    {
        using ThreadTeam team = new(count);
        CountingJob job = new(count);
        for (int run = 1; run <= 10_000; run++)
        {
            team.Run(job);
            Assert.All(job.Runs, runs => Assert.Equal(run, runs));
        }

        Assert.Equal(Environment.CurrentManagedThreadId, job.Threads[0]);
        Assert.Equal(count, job.Workers);
    }

    [Fact]
    public void SharesAreDoneByThreadsOfTheirOwnWhereTheyAreThereInTime()
    {
        using ThreadTeam team = new(3);
        MeetingJob job = new(3);
        team.Run(job);
        Assert.Equal(3, job.Threads.Distinct().Count());
    }

    /// <summary>The caller does not wait for threads that have not begun: here they never come.</summary>
    [Fact]
    public void TheCallerTakesTheSharesOfThreadsThatAreLate()
    {
        TeamState state = new(3);
        CountingJob job = new(3);
        for (int run = 1; run <= 10; run++)
        {
            state.Run(job, 3);
            Assert.Equal([run, run, run], job.Runs);
        }

        Assert.All(job.Threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void AThreadThatIsLateDoesNotDoAShareAgain()
    {
        TeamState state = new(2);
        CountingJob job = new(2);
        state.Run(job, 2);
        state.Start();
        for (int run = 2; run <= 1000; run++)
        {
            state.Run(job, 2);
            Assert.Equal([run, run], job.Runs);
        }

        state.Stop();
        Assert.True(SpinWait.SpinUntil(() => state.LiveThreads == 0, 10_000));
    }

    [Fact]
    public void ACallTakesAsManyThreadsAsItsWorkDeserves()
    {
        using ThreadTeam team = new(new TeamSize(3, Grain: 100));
        Assert.Equal([1, 1, 1], [Workers(99), Workers(199), Workers(300, most: 1)]);

        // The first calls show how long the work takes alone.
        Assert.Equal(1, Workers(1000));

        int Workers(double work, int most = int.MaxValue)
        {
            team.Begin(TeamCall.Gradients, work, most);
            team.End();
            return team.Workers;
        }
    }

    [Fact]
    public void PausesBetweenRunsParkTheThreadsAndTheNextRunWakesThem()
    {
        using ThreadTeam team = new(2);
        MeetingJob job = new(2);
        for (int run = 1; run <= 50; run++)
        {
            team.Run(job);
            Assert.NotSame(Thread.CurrentThread, job.Threads[1]);
            Sleeping.Await(job.Threads[1]);
        }
    }

    [Fact]
    public void TheFirstWorkersExceptionComesOutAfterAllHaveFinished()
    {
        using ThreadTeam team = new(3);
        ThrowingJob job = new();
        for (int run = 1; run <= 100; run++)
        {
            InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => team.Run(job));
            Assert.Equal("worker 1", thrown.Message);
            Assert.Contains(nameof(ThrowingJob), thrown.StackTrace, StringComparison.Ordinal);
            Assert.Equal(run, job.Finished);
        }

        CountingJob after = new(3);
        team.Run(after);
        Assert.Equal([1, 1, 1], after.Runs);
    }

    [Fact]
    public void DisposeStopsTheThreadsAndMayBeCalledAgain()
    {
        ThreadTeam team = new(3);
        TeamState state = team.State!;
        Assert.Equal(2, state.LiveThreads);
        team.Dispose();
        team.Dispose();
        Assert.True(SpinWait.SpinUntil(() => state.LiveThreads == 0, 10_000));
        Assert.Throws<ObjectDisposedException>(() => team.Run(new CountingJob(3)));
    }

    [Fact]
    public void ATeamOfOneHasNoThreadsToStop()
    {
        ThreadTeam team = new(1);
        Assert.Null(team.State);
        team.Dispose();
        CountingJob job = new(1);
        team.Run(job);
        Assert.Equal([1], job.Runs);
    }

    [Fact]
    public void AForgottenTeamStopsItsThreads()
    {
        (WeakReference team, WeakReference job, TeamState state) = RunAndForget();
        for (int i = 0; i < 50 && (team.IsAlive || job.IsAlive || state.LiveThreads > 0); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(10);
        }

        Assert.False(team.IsAlive);
        Assert.False(job.IsAlive);
        Assert.Equal(0, state.LiveThreads);
    }

    [Fact]
    public void TheThreadsDoNotHoldTheLastJob()
    {
        using ThreadTeam team = new(3);
        WeakReference job = RunNewJob(team);
        for (int i = 0; i < 50 && job.IsAlive; i++)
        {
            GC.Collect();
            Thread.Sleep(1);
        }

        Assert.False(job.IsAlive);
    }

    [Fact]
    public void AJobMayNotRunAnotherOnItsOwnTeam()
    {
        using ThreadTeam team = new(2);
        ActionJob job = new(() => team.Run(new CountingJob(2)));
        Assert.Throws<InvalidOperationException>(() => team.Run(job));
    }

    [Fact]
    public void AJobMayDisposeItsTeam()
    {
        ThreadTeam team = new(2);
        team.Run(new ActionJob(team.Dispose));
        Assert.True(SpinWait.SpinUntil(() => team.State!.LiveThreads == 0, 10_000));
        Assert.Throws<ObjectDisposedException>(() => team.Run(new CountingJob(2)));
    }

    [Fact]
    public void NoWorkersAreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ThreadTeam(0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Team, WeakReference Job, TeamState State) RunAndForget()
    {
        ThreadTeam team = new(3);
        return (new WeakReference(team), RunNewJob(team), team.State!);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunNewJob(ThreadTeam team)
    {
        CountingJob job = new(3);
        team.Run(job);
        return new WeakReference(job);
    }

    private sealed class CountingJob(int count) : ITeamJob
    {
        public int[] Runs { get; } = new int[count];

        public int[] Threads { get; } = new int[count];

        public int Workers { get; private set; }

        public void Run(int worker, int workers)
        {
            Runs[worker]++;
            Threads[worker] = Environment.CurrentManagedThreadId;
            if (worker == 0)
            {
                Workers = workers;
            }
        }
    }

    /// <summary>Each share waits for the others to begin.</summary>
    private sealed class MeetingJob(int count) : ITeamJob
    {
        private readonly Barrier _barrier = new(count);

        public Thread[] Threads { get; } = new Thread[count];

        public void Run(int worker, int workers)
        {
            Threads[worker] = Thread.CurrentThread;
            _barrier.SignalAndWait();
        }
    }

    private sealed class ThrowingJob : ITeamJob
    {
        private int _finished;

        public int Finished => _finished;

        public void Run(int worker, int workers)
        {
            if (worker > 0)
            {
                throw new InvalidOperationException($"worker {worker}");
            }

            Thread.Sleep(1);
            _finished++;
        }
    }

    private sealed class ActionJob(Action action) : ITeamJob
    {
        public void Run(int worker, int workers)
        {
            if (worker == workers - 1)
            {
                action();
            }
        }
    }
}
