namespace StaticNets.Execution;

/// <summary>
/// Vectors of 32 random bits as a function of a counter: no state is kept, and any split of the work draws the same ones.
/// </summary>
internal static partial class CounterHash
{
    // The multipliers of MurmurHash3's 32-bit finalizer (Appleby, 2011) and of Fibonacci hashing (Knuth).
    private const uint FirstMultiplier = 0x85EBCA6B;
    private const uint SecondMultiplier = 0xC2B2AE35;
    private const ulong KeyMultiplier = 0x9E3779B97F4A7C15;
}
