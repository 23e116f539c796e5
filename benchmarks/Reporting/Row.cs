namespace StaticNets.Benchmarks.Reporting;

/// <summary>One row of the table, measured.</summary>
internal sealed record Row
{
    public required string Case { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    public required double OursMicroseconds { get; init; }

    /// <summary>The peer's name, with "(missing)" behind it where it isn't installed.</summary>
    public required string Peer { get; init; }

    public double? PeerMicroseconds { get; init; }

    /// <summary>The peer's time over ours.</summary>
    public double? Ratio { get; init; }

    /// <summary>Ours, in the flops that the user declared.</summary>
    public double? Gigaflops { get; init; }

    /// <summary>The share of the multiply-add peak of as many cores as there are threads.</summary>
    public double? PeakShare { get; init; }
}
