using System;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Tests.Execution;

/// <summary>Whether calls are shared, on machines that are made up: how long a call takes alone and shared, in microseconds.</summary>
public sealed class SharingBudgetTests
{
    private const double Work = 1000;

    [Fact]
    public void WhatWinsIsShared()
    {
        Machine machine = new(alone: 100, shared: _ => 55);
        machine.Run(10_000);
        Assert.InRange(machine.Shared, 0.97 * 10_000, 10_000);
    }

    [Fact]
    public void LongCallsAreSharedFromTheThirdOn()
    {
        Machine machine = new(alone: 200_000, shared: _ => 110_000);
        machine.Run(10);
        Assert.Equal(8, machine.Shared);
    }

    [Theory]
    [InlineData(20, 25)]
    [InlineData(20, 4000)]
    [InlineData(1000, 1100)]
    [InlineData(5000, 9000)]
    public void WhatLosesCostsLittle(double alone, double shared)
    {
        Machine machine = new(alone, _ => shared);
        machine.Run(200_000 / (int)alone * 100);
        Assert.InRange(machine.Time, 0, 1.1 * machine.TimeAlone);
    }

    /// <summary>Every hundredth call waits four milliseconds for a thread that lost its processor.</summary>
    [Fact]
    public void RareLongWaitsThatCostMoreThanIsWonEndIt()
    {
        Machine machine = new(alone: 50, shared: call => call % 100 == 99 ? 4000 : 30);
        machine.Run(200_000);
        Assert.InRange(machine.Time, 0, 1.1 * machine.TimeAlone);
    }

    [Fact]
    public void AWaitNowAndThenDoesNotEndItForLong()
    {
        Machine machine = new(alone: 100, shared: call => call % 1000 == 999 ? 4000 : 55);
        machine.Run(100_000);
        Assert.InRange(machine.Shared, 90_000, 100_000);
    }

    [Fact]
    public void AMachineThatBecomesFreeIsNoticed()
    {
        bool isBusy = true;
        Machine machine = new(alone: 100, shared: _ => isBusy ? 3000 : 55);
        machine.Run(100_000);
        Assert.InRange(machine.Shared, 0, 1000);
        isBusy = false;
        machine.Run(20_000);
        Assert.InRange(machine.Shared, 10_000, 21_000);
    }

    /// <summary>One of the calls that show how long the work takes is interrupted, and so is the first one, by the JIT.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 3)]
    public void InterruptedCallsDoNotCountAsWork(int first, int second)
    {
        Machine machine = new(alone: 20, shared: _ => 40) { Interrupted = [first, second] };
        machine.Run(100_000);
        Assert.InRange(machine.Shared, 0, 10_000);
    }

    private sealed class Machine(double alone, Func<int, double> shared)
    {
        private readonly SharingBudget _budget = new();
        private int _calls;

        public int[] Interrupted { get; init; } = [];

        public int Shared { get; private set; }

        public double Time { get; private set; }

        public double TimeAlone => alone * _calls;

        public void Run(int calls)
        {
            for (int i = 0; i < calls; i++, _calls++)
            {
                if (_budget.Share(TeamCall.Gradients))
                {
                    double time = shared(Shared++);
                    _budget.AddShared(TeamCall.Gradients, Work, time);
                    Time += time;
                }
                else
                {
                    double time = alone + (Array.IndexOf(Interrupted, _calls) >= 0 ? 5000 : 0);
                    _budget.AddAlone(TeamCall.Gradients, Work, time);
                    Time += time;
                }
            }
        }
    }
}
