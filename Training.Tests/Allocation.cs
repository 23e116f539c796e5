using System;
using System.Threading;
using Xunit;

namespace StaticNets.Training.Tests;

/// <summary>
/// That warm calls allocate nothing, on any thread. The counter is the process' own, so other threads may disturb a round; a call that
/// really allocates
/// disturbs every one.
/// </summary>
internal static class Allocation
{
    private const int Rounds = 60;
    private const int CallsARound = 30;

    public static void None(Action call)
    {
        for (int i = 0; i < 3; i++)
        {
            call();
        }

        long smallest = long.MaxValue;
        for (int round = 0; round < Rounds && smallest > 0; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < CallsARound; i++)
            {
                call();
            }

            smallest = Math.Min(smallest, GC.GetTotalAllocatedBytes(precise: true) - before);
            Thread.Sleep(smallest > 0 ? 1 : 0);
        }

        Assert.Equal(0, smallest);
    }
}
