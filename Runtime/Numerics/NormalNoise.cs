using System.ComponentModel;

namespace StaticNets.Execution;

/// <summary>
/// Standard normal numbers as a function of a counter, for the emitted kernels: no noise is stored, and any split of
/// the work draws the same.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class NormalNoise
{
    private const int Fractions = 1 << 24;
}
