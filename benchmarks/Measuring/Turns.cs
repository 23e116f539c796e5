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
        List<Round> rounds = [];
        for (int i = 0; i < Rounds; i++)
        {
            rounds.Add(i % 2 == 0 ? Round.OursFirst(ourTurn, peerTurn) : Round.PeerFirst(ourTurn, peerTurn));
        }

        double oursMedian = Median.Of(rounds.Select(round => round.Ours));
        if (peer is null)
        {
            return new TurnResult(oursMedian, null, null);
        }

        double peerMedian = Median.Of(rounds.Select(round => round.Peer));
        return new TurnResult(oursMedian, peerMedian, Median.Of(rounds.Select(round => round.Peer / round.Ours)));
    }

    /// <summary>What both sides took in one round; the peer is NaN where there is none.</summary>
    private sealed record Round(double Ours, double Peer)
    {
        public static Round OursFirst(Turn ours, Turn? peer)
        {
            double time = ours.Take();
            return new Round(time, peer?.Take() ?? double.NaN);
        }

        public static Round PeerFirst(Turn ours, Turn? peer)
        {
            double time = peer?.Take() ?? double.NaN;
            return new Round(ours.Take(), time);
        }
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
