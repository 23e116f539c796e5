using System;
using System.Linq;
using System.Threading;

namespace StaticNets.Tests.Shared;

/// <summary>
/// What calls allocate, on any thread. The counter is the process' own, so other threads of the test runner may disturb a round; a call that
/// really allocates disturbs every round.
/// </summary>
internal static class AllocatedBytes
{
    private const int Rounds = 100;
    private const int QuickRounds = 4;

    /// <summary>The bytes of the quietest round of so many calls, after two that warm up.</summary>
    public static long OfCalls(int calls, Action call)
    {
        call();
        call();
        for (int round = 0; round < QuickRounds; round++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < calls; i++)
            {
                call();
            }

            if (GC.GetTotalAllocatedBytes(precise: true) == before)
            {
                return 0;
            }
        }

        return OfEachCall(calls, call);
    }

    /// <summary>
    /// Where a round takes a tenth of a second or more the runner nearly always allocates in it. So each call is measured by itself, and only
    /// what its own thread allocates over the whole round.
    /// </summary>
    private static long OfEachCall(int calls, Action call)
    {
        long[] least = [.. Enumerable.Repeat(long.MaxValue / calls, calls)];
        long leastOfThread = long.MaxValue;
        for (int round = 0; round < Rounds && (leastOfThread > 0 || least.Sum() > 0); round++)
        {
            Thread.Sleep(1); // whatever else allocates now gets time to end
            long thread = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < calls; i++)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                call();
                least[i] = Math.Min(least[i], GC.GetTotalAllocatedBytes(precise: true) - before);
            }

            leastOfThread = Math.Min(leastOfThread, GC.GetAllocatedBytesForCurrentThread() - thread);
        }

        return Math.Max(leastOfThread, least.Sum());
    }
}
