using System;
using System.Threading;

namespace StaticNets.Tests.Checks;

/// <summary>
/// What calls allocate, on any thread. The counter is the process' own, so other threads of the test runner may disturb a round; a call that
/// really allocates disturbs every round.
/// </summary>
internal static class AllocatedBytes
{
    private const int Rounds = 100;
    private const int QuickRounds = 4;

    /// <summary>The bytes of the round that allocates least, after two calls that warm up.</summary>
    public static long OfQuietestRound(int calls, Action call)
    {
        call();
        call();
        long smallest = long.MaxValue;
        for (int round = 0; round < Rounds && smallest > 0; round++)
        {
            if (round >= QuickRounds)
            {
                Thread.Sleep(1); // whatever else allocates now gets time to end
            }

            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < calls; i++)
            {
                call();
            }

            smallest = Math.Min(smallest, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return smallest;
    }
}
