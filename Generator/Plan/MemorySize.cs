using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan;

/// <summary>
/// Floats of memory, as all plans count them: in 64 bits. Emitted code finds places by 32-bit offsets, so no memory may have more than
/// <see cref="Largest"/>; the plans report which layer asks for it.
/// </summary>
internal static class MemorySize
{
    /// <summary>4 GB: what kernels add to an offset stays within 32 bits, too.</summary>
    public const long Largest = 1L << 30;

    // More than any memory: products that 64 bits would not hold end here.
    private const long Countless = 1L << 62;


    /// <summary>The product of sizes, each at least 0.</summary>
    public static long Product(params long[] sizes)
    {
        long product = 1;
        foreach (long size in sizes)
        {
            if (size == 0)
            {
                return 0;
            }

            product = product > Countless / size ? Countless : product * size;
        }

        return product;
    }

    /// <summary>The size in whole cache lines.</summary>
    public static long InLines(long size) => (size + Caches.Line - 1) / Caches.Line * Caches.Line;

    /// <summary>The same with the slack behind it that vector loads may read.</summary>
    public static long InLinesWithSlack(long size) => InLines(size + Caches.Line);
}
