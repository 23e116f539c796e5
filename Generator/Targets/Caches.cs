namespace StaticNets.Generator.Targets;

/// <summary>
/// What all targets have in common of their memories, in floats: the caches of x64 and Arm64 servers and desktops since 2017 have at least
/// these sizes.
/// </summary>
internal static class Caches
{
    /// <summary>A cache line.</summary>
    public const int Line = 16;

    /// <summary>Half of a second-level cache of 1 MB: what is worked on at a time stays there beside what it is worked with.</summary>
    public const int HalfOfSecondLevel = 1 << 17;

    /// <summary>A quarter of it, for what is copied.</summary>
    public const int QuarterOfSecondLevel = 1 << 16;

    /// <summary>On so few pages of memory that the processor knows all their places.</summary>
    public const int PagesFloats = 1 << 16;

    /// <summary>Rows at multiples of this distance evict each other.</summary>
    public const int EvictingStride = 256;
}
