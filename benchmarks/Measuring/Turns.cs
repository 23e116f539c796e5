using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>What a comparison brought.</summary>
/// <param name="OursMicroseconds">The median of our turns.</param>
/// <param name="PeerMicroseconds">The median of the peer's turns; null without a peer.</param>
/// <param name="Ratio">The median over the rounds of the peer's time over ours in the same round; null without a peer.</param>
internal sealed record TurnResult(double OursMicroseconds, double? PeerMicroseconds, double? Ratio);

/// <summary>Lets two sides take turns, so that whatever slows the machine for a while slows both.</summary>
internal static class Turns
{
    public const int Rounds = 15;

    private const double TurnMicroseconds = 40_000;
    private const double WarmUpMicroseconds = 400_000;
    private const int FewestRuns = 3;

    // The runtime compiles a method for good after 30 calls, in the background.
    private const int WarmUpRuns = 60;
    private const int CompileMilliseconds = 150;

    public static TurnResult Run(IContender ours, IContender? peer)
    {
        Turn ourTurn = Turn.WarmUp(ours, WarmUpRuns);
        Thread.Sleep(CompileMilliseconds);
        Turn? peerTurn = peer is null ? null : Turn.WarmUp(peer, FewestRuns);
        List<(double Ours, double Peer)> times = [];
        for (int round = 0; round < Rounds; round++)
        {
            double before = round % 2 == 0 ? ourTurn.Take() : 0;
            double peerTime = peerTurn?.Take() ?? double.NaN;
            times.Add((round % 2 == 0 ? before : ourTurn.Take(), peerTime));
        }

        double oursMedian = Median.Of(times.Select(time => time.Ours));
        return peer is null
            ? new TurnResult(oursMedian, null, null)
            : new TurnResult(oursMedian, Median.Of(times.Select(time => time.Peer)), Median.Of(times.Select(time => time.Peer / time.Ours)));
    }

    /// <summary>A side, and how often it runs in a turn.</summary>
    private sealed record Turn(IContender Contender, int Count)
    {
        /// <summary>Runs it for a while, and finds out how long it takes.</summary>
        public static Turn WarmUp(IContender contender, int fewest)
        {
            double spent = 0;
            double microseconds = 0;
            int runs = 0;
            int count = 1;
            while (spent < WarmUpMicroseconds || runs < fewest)
            {
                microseconds = contender.Run(0, count);
                spent += microseconds * count;
                runs += count;
                count = Math.Max(1, (int)Math.Min(1_000_000, TurnMicroseconds / microseconds));
            }

            return new Turn(contender, Math.Max(FewestRuns, (int)(TurnMicroseconds / microseconds)));
        }

        // The other side has used the caches meanwhile, so the first runs don't count.
        public double Take() => Contender.Run(Math.Max(1, Count / 4), Count);
    }
}
