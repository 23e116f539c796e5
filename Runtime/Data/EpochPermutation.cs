using System;
using StaticNets.Execution;

namespace StaticNets.Data;

/// <summary>The shuffled order of an epoch.</summary>
internal static class EpochPermutation
{
    // Keeps the shuffled order apart from the dropout masks, which count from the same seed.
    private const ulong Stream = 0x5348_5546_464C_4531;

    /// <summary>Fills <paramref name="samples"/> with the numbers from 0 on, in an order that depends on seed and epoch alone.</summary>
    public static void Fill(Span<int> samples, int seed, int epoch)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = i;
        }

        ulong key = CounterRandom.Mix(CounterRandom.Iteration(seed, epoch) ^ Stream);
        for (int i = samples.Length - 1; i > 0; i--)
        {
            ulong random = CounterRandom.Mix(unchecked(key + (ulong)i));
            int other = (int)Math.BigMul(random, (ulong)i + 1, out _);
            (samples[i], samples[other]) = (samples[other], samples[i]);
        }
    }
}
