using System;
using System.Threading;
using StaticNets.Execution;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class ParkingSpotTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void APreparedThreadAllocatesNothingAtItsFirstSleep(bool maySpin)
    {
        ParkingSpot spot = new(maySpin);
        int counter = 0;
        long allocated = -1;
        using ManualResetEventSlim ready = new();
        Thread sleeper = new(() =>
        {
            spot.Prepare();
            ready.Set();
            long before = GC.GetAllocatedBytesForCurrentThread();
            spot.Wait(ref counter, 0, untilEqual: false);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        sleeper.Start();
        ready.Wait();
        Sleeping.Await(sleeper);
        Interlocked.Increment(ref counter);
        spot.Wake();
        Assert.True(sleeper.Join(10_000));
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void AnInterruptDoesNotEndTheWaitButStrikesAfterwards()
    {
        ParkingSpot spot = new(maySpin: false);
        int counter = 0;
        bool woke = false;
        bool interrupted = false;
        using ManualResetEventSlim ended = new();
        Thread sleeper = new(() =>
        {
            spot.Wait(ref counter, 0, untilEqual: false);
            woke = Volatile.Read(ref counter) == 1;
            ended.Set();
            try
            {
                Thread.Sleep(10_000);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        });
        sleeper.Start();
        Sleeping.Await(sleeper);
        sleeper.Interrupt();
        Assert.False(ended.Wait(Sleeping.Moment));
        Interlocked.Increment(ref counter);
        spot.Wake();
        Assert.True(sleeper.Join(10_000));
        Assert.True(woke && interrupted);
    }

    [Fact]
    public void NoWakeIsLostBetweenTwoThreads()
    {
        ParkingSpot ping = new(maySpin: false);
        ParkingSpot pong = new(maySpin: false);
        int sent = 0;
        int answered = 0;
        Thread other = new(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                ping.Wait(ref sent, i, untilEqual: false);
                Interlocked.Increment(ref answered);
                pong.Wake();
            }
        });
        other.Start();
        for (int i = 0; i < 20_000; i++)
        {
            Interlocked.Increment(ref sent);
            ping.Wake();
            pong.Wait(ref answered, i, untilEqual: false);
        }

        Assert.True(other.Join(10_000));
        Assert.Equal(20_000, answered);
    }
}
