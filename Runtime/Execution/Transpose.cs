using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNets.Execution;

/// <summary>Weights in the layouts that backward passes read, for the emitted trainers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transpose
{
    // A square of so many floats a side stays in the first-level cache, and its lines are used up before they leave it.
    private const int Side = 16;

    /// <summary>The rows <paramref name="first"/> to <paramref name="last"/> of wt (columns, rows), which are columns of w (rows, columns).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns(ref float w, ref float wt, int rows, int columns, int first, int last) =>
        Squares(ref w, ref wt, rows, columns, rows, first, last);

    /// <summary>
    /// xt (columns, rows) of x (rows, columns), where a row of x is <paramref name="step"/> floats from the next and one of xt
    /// <paramref name="transposedStep"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Strided(ref float x, ref float xt, int rows, int columns, int step, int transposedStep) =>
        Squares(ref x, ref xt, rows, step, transposedStep, 0, columns);

    /// <summary>
    /// The rows <paramref name="first"/> to <paramref name="last"/> of each tap of a convolution's kernel, w (taps, C, K) in wt (taps, K, C).
    /// </summary>
    public static void Taps(ref float w, ref float wt, int taps, int channels, int filters, int first, int last)
    {
        int size = channels * filters;
        for (int tap = 0; tap < taps; tap++)
        {
            Columns(ref Unsafe.Add(ref w, (nint)tap * size), ref Unsafe.Add(ref wt, (nint)tap * size), channels, filters, first, last);
        }
    }

    /// <summary>
    /// The taps <paramref name="first"/> to <paramref name="last"/> of a convolution's kernel w (KH, KW, C, K) in wt (KH, KW, K, C), where the taps of each
    /// kernel row stand in reverse order.
    /// </summary>
    public static void Kernel(ref float w, ref float wt, int kernelWidth, int channels, int filters, int first, int last)
    {
        int size = channels * filters;
        for (int tap = first; tap < last; tap++)
        {
            int kernelRow = tap / kernelWidth;
            int turned = (kernelRow * kernelWidth) + kernelWidth - 1 - (tap % kernelWidth);
            Columns(ref Unsafe.Add(ref w, (nint)tap * size), ref Unsafe.Add(ref wt, (nint)turned * size), channels, filters, 0, filters);
        }
    }

    /// <summary>
    /// The taps <paramref name="first"/> to <paramref name="last"/> of a kernel of groups w (KH, KW, C, G K) in wt (G, KH, KW, K, C), where the taps of each
    /// kernel row stand in reverse order.
    /// </summary>
    public static void GroupedKernel(
        ref float w, ref float wt, int groups, int kernelHeight, int kernelWidth, int channels, int filters, int first, int last)
    {
        int groupFilters = filters / groups;
        int size = channels * groupFilters;
        for (int tap = first; tap < last; tap++)
        {
            int kernelRow = tap / kernelWidth;
            int turned = (kernelRow * kernelWidth) + kernelWidth - 1 - (tap % kernelWidth);
            for (int group = 0; group < groups; group++)
            {
                // Columns puts the group's first filter behind those of the groups before.
                nint place = ((nint)group * kernelHeight * kernelWidth * size) + ((nint)turned * size) - ((nint)group * size);
                ref float from = ref Unsafe.Add(ref w, (nint)tap * channels * filters);
                Columns(ref from, ref Unsafe.Add(ref wt, place), channels, filters, group * groupFilters, (group + 1) * groupFilters);
            }
        }
    }

    /// <summary>The columns first to last of w, whose rows are <paramref name="columns"/> floats apart, as rows of wt, which are <paramref name="rows"/> apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Squares(ref float w, ref float wt, int count, int columns, int rows, int first, int last)
    {
        for (int column0 = first; column0 < last; column0 += Side)
        {
            int column1 = Math.Min(last, column0 + Side);
            for (int row0 = 0; row0 < count; row0 += Side)
            {
                int row1 = Math.Min(count, row0 + Side);
                Square(ref w, ref wt, rows, columns, row0, row1, column0, column1);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref float w, ref float wt, int rows, int columns, int row0, int row1, int column0, int column1)
    {
        int row = row0;
        if (Sse.IsSupported)
        {
            for (; row + 4 <= row1; row += 4)
            {
                int column = column0;
                for (; column + 4 <= column1; column += 4)
                {
                    Square4(ref Unsafe.Add(ref w, ((nint)row * columns) + column), columns, ref Unsafe.Add(ref wt, ((nint)column * rows) + row), rows);
                }

                Values(ref w, ref wt, rows, columns, row, row + 4, column, column1);
            }
        }

        Values(ref w, ref wt, rows, columns, row, row1, column0, column1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4(ref float w, int columns, ref float wt, int rows)
    {
        Vector128<float> w0 = Vector128.LoadUnsafe(ref w);
        Vector128<float> w1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref w, columns));
        Vector128<float> w2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref w, 2 * columns));
        Vector128<float> w3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref w, 3 * columns));
        Vector128<float> low01 = Sse.UnpackLow(w0, w1);
        Vector128<float> low23 = Sse.UnpackLow(w2, w3);
        Vector128<float> high01 = Sse.UnpackHigh(w0, w1);
        Vector128<float> high23 = Sse.UnpackHigh(w2, w3);
        Sse.MoveLowToHigh(low01, low23).StoreUnsafe(ref wt);
        Sse.MoveHighToLow(low23, low01).StoreUnsafe(ref Unsafe.Add(ref wt, rows));
        Sse.MoveLowToHigh(high01, high23).StoreUnsafe(ref Unsafe.Add(ref wt, 2 * rows));
        Sse.MoveHighToLow(high23, high01).StoreUnsafe(ref Unsafe.Add(ref wt, 3 * rows));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Values(ref float w, ref float wt, int rows, int columns, int row0, int row1, int column0, int column1)
    {
        for (int column = column0; column < column1; column++)
        {
            ref float to = ref Unsafe.Add(ref wt, (nint)column * rows);
            for (int row = row0; row < row1; row++)
            {
                Unsafe.Add(ref to, row) = Unsafe.Add(ref w, ((nint)row * columns) + column);
            }
        }
    }
}
