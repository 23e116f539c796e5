using System.ComponentModel;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// Sums of many terms, for the emitted kernels. Terms are added up a block at a time, each block to the sum of those before it, and what
/// rounding takes from that sum begins the next block (Kahan, 1965): so the error is that of one block, whatever the number of terms. Sums
/// in memory are vectors that stand one after the other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LongSums
{
    /// <summary>Forgets what rounding lost.</summary>
    public static void Clear(ref float lost, int count) => MemoryMarshal.CreateSpan(ref lost, count).Clear();
}
