using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>Random numbers as a function of a counter, so that any split of the work draws the same ones.</summary>
internal static class CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>SplitMix64's step: a well-mixed 64-bit value of the counter (Steele, Lea and Flood, 2014).</summary>
    public static ulong Mix(ulong counter)
    {
        unchecked
        {
            ulong z = counter + Golden;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The same of each counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ulong> Mix(Vector<ulong> counters)
    {
        Vector<ulong> z = counters + new Vector<ulong>(Golden);
        z = (z ^ (z >>> 30)) * new Vector<ulong>(0xBF58476D1CE4E5B9);
        z = (z ^ (z >>> 27)) * new Vector<ulong>(0x94D049BB133111EB);
        return z ^ (z >>> 31);
    }

    /// <summary>The seed of one iteration of a trainer.</summary>
    public static ulong Iteration(int seed, long iteration) => Mix(Mix((uint)seed) ^ unchecked((ulong)iteration * Golden));
}
