using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

public static partial class LongSums
{
    /// <summary>Adds a block's sum to that of the blocks before; the block becomes what rounding lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref Vector512<float> sum, ref Vector512<float> block)
    {
        Vector512<float> after = sum + block;
        block = Finite(block - (after - sum));
        sum = after;
    }

    /// <inheritdoc cref="Add(ref Vector512{float}, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref float sums, ref Vector512<float> a)
    {
        Vector512<float> after = Vector512.LoadUnsafe(ref sums) + a;
        a = Finite(a - (after - Vector512.LoadUnsafe(ref sums)));
        after.StoreUnsafe(ref sums);
    }

    /// <inheritdoc cref="Add(ref Vector512{float}, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref float sums, ref Vector512<float> a, ref Vector512<float> b)
    {
        Add(ref sums, ref a);
        Add(ref Unsafe.Add(ref sums, Vector512<float>.Count), ref b);
    }

    /// <inheritdoc cref="Add(ref Vector512{float}, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref float sums, ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c)
    {
        Add(ref sums, ref a, ref b);
        Add(ref Unsafe.Add(ref sums, 2 * Vector512<float>.Count), ref c);
    }

    /// <summary>Ends a sum: the last block becomes the sum of all, and the place is 0 for the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(ref float sums, ref Vector512<float> a)
    {
        a = Vector512.LoadUnsafe(ref sums) + a;
        Vector512<float>.Zero.StoreUnsafe(ref sums);
    }

    /// <inheritdoc cref="Finish(ref float, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(ref float sums, ref Vector512<float> a, ref Vector512<float> b)
    {
        Finish(ref sums, ref a);
        Finish(ref Unsafe.Add(ref sums, Vector512<float>.Count), ref b);
    }

    /// <inheritdoc cref="Finish(ref float, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Finish(ref float sums, ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c)
    {
        Finish(ref sums, ref a, ref b);
        Finish(ref Unsafe.Add(ref sums, 2 * Vector512<float>.Count), ref c);
    }

    /// <summary>
    /// Adds a block to sums that stand elsewhere, where registers are needed between blocks: the block becomes the sum, and what rounding
    /// loses is kept in memory, from which it comes back with the next block.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref float sums, ref float lost, ref Vector512<float> a)
    {
        a += Vector512.LoadUnsafe(ref lost);
        Keep(ref sums, ref lost, ref a);
    }

    /// <inheritdoc cref="Join(ref float, ref float, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref float sums, ref float lost, ref Vector512<float> a, ref Vector512<float> b)
    {
        Join(ref sums, ref lost, ref a);
        Join(ref Unsafe.Add(ref sums, Vector512<float>.Count), ref Unsafe.Add(ref lost, Vector512<float>.Count), ref b);
    }

    /// <inheritdoc cref="Join(ref float, ref float, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref float sums, ref float lost, ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c)
    {
        Join(ref sums, ref lost, ref a, ref b);
        Join(ref Unsafe.Add(ref sums, 2 * Vector512<float>.Count), ref Unsafe.Add(ref lost, 2 * Vector512<float>.Count), ref c);
    }

    /// <summary>The same, where the block began with what rounding lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep(ref float sums, ref float lost, ref Vector512<float> a)
    {
        Vector512<float> after = Vector512.LoadUnsafe(ref sums) + a;
        Finite(a - (after - Vector512.LoadUnsafe(ref sums))).StoreUnsafe(ref lost);
        a = after;
    }

    /// <inheritdoc cref="Keep(ref float, ref float, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep(ref float sums, ref float lost, ref Vector512<float> a, ref Vector512<float> b)
    {
        Keep(ref sums, ref lost, ref a);
        Keep(ref Unsafe.Add(ref sums, Vector512<float>.Count), ref Unsafe.Add(ref lost, Vector512<float>.Count), ref b);
    }

    /// <inheritdoc cref="Keep(ref float, ref float, ref Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep(ref float sums, ref float lost, ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c)
    {
        Keep(ref sums, ref lost, ref a, ref b);
        Keep(ref Unsafe.Add(ref sums, 2 * Vector512<float>.Count), ref Unsafe.Add(ref lost, 2 * Vector512<float>.Count), ref c);
    }

    // Infinity less infinity is no number, but the sum is infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Finite(Vector512<float> lost) =>
        Vector512.ConditionalSelect(Vector512.Equals(lost, lost), lost, Vector512<float>.Zero);
}
