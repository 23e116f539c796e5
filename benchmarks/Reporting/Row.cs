namespace StaticNets.Benchmarks.Reporting;

/// <summary>One row of the table, measured.</summary>
internal sealed record Row
{
    public required string Case { get; init; }

    public required int Batch { get; init; }

    public required int Threads { get; init; }

    /// <summary>Null where something else than time is measured.</summary>
    public double? OursMicroseconds { get; init; }

    /// <summary>The peer's name, with "(missing)" behind it where it isn't installed; "none" where the row is about ours alone.</summary>
    public string Peer { get; init; } = "none";

    public double? PeerMicroseconds { get; init; }

    /// <summary>The peer's time over ours.</summary>
    public double? Ratio { get; init; }

    /// <summary>Ours, in the flops that the user declared.</summary>
    public double? Gigaflops { get; init; }

    /// <summary>The share of the multiply-add peak of as many cores as there are threads.</summary>
    public double? PeakShare { get; init; }

    /// <summary>What it takes at least: see <see cref="Measuring.Roofline"/>.</summary>
    public double? RoofMicroseconds { get; init; }

    public double? RoofShare => RoofMicroseconds / OursMicroseconds;

    /// <summary>The bytes that were allocated in each run, on all threads, where that is measured.</summary>
    public double? AllocatedBytes { get; init; }

    /// <summary>What else is to be said.</summary>
    public string Note { get; init; } = "";
}
