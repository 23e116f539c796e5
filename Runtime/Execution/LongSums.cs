using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>
/// Sums of many terms, for the emitted kernels. Terms are added up a block at a time, each block to the sum of those before it, and what
/// rounding takes from that sum begins the next block (Kahan, 1965): so the error is that of one block, whatever the number of terms. Some
/// values may be vectors that stand one after the other in memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LongSums;
