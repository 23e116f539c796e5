using System;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Benchmarks.Peers;

namespace StaticNets.Benchmarks.Cases;

/// <summary>One row of the table, before it is measured.</summary>
internal sealed record BenchmarkCase
{
    public required string Name { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>What is declared: two for each multiply-add of the direct algorithm.</summary>
    public required double Flops { get; init; }

    public required Traffic Traffic { get; init; }

    /// <summary>Prepares our side.</summary>
    public required Func<IContender> CreateOurs { get; init; }

    /// <summary>The other side's name.</summary>
    public required string Peer { get; init; }

    /// <summary>Prepares the peer's side; returns it with what is to be said about how it runs.</summary>
    public required Func<PeerPool, (IContender Contender, string Note)> CreatePeer { get; init; }
}
