using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>
/// Dropout masks as a function of a counter, for the emitted kernels: no mask is stored, and any split of the work draws the same one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class DropoutMask
{
    /// <summary>What a hash of 24 bits is compared with, so that it drops the share <paramref name="rate"/> (0 to 1).</summary>
    public static uint Threshold(double rate) => (uint)(rate * (1 << 24));
}
