using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNets.Execution;

/// <summary>Values with their axes swapped, for the emitted kernels, and weights in the layouts that backward passes read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transpose
{
    // A square of so many floats a side stays in the first-level cache, and its lines are used up before they leave it.
    private const int Side = 16;

    /// <summary>
    /// The rows <paramref name="first"/> to <paramref name="last"/> of wt (columns, rows), which are columns of w (rows, columns).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns(ref float w, ref float wt, int rows, int columns, int first, int last) =>
        Squares(ref w, ref wt, rows, columns, rows, first, last, adds: false);

    /// <summary>
    /// xt (columns, rows) of x (rows, columns), where a row of x is <paramref name="step"/> floats from the next and one of xt
    /// <paramref name="transposedStep"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Strided(ref float x, ref float xt, int rows, int columns, int step, int transposedStep) =>
        Squares(ref x, ref xt, rows, step, transposedStep, 0, columns, adds: false);

    /// <summary>The same, added to what xt holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddStrided(ref float x, ref float xt, int rows, int columns, int step, int transposedStep) =>
        Squares(ref x, ref xt, rows, step, transposedStep, 0, columns, adds: true);

    /// <summary>
    /// The rows <paramref name="first"/> to <paramref name="last"/> of each tap of a convolution's kernel, w
    /// (taps, C, K) in wt (taps, K, C).
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
    /// The taps <paramref name="first"/> to <paramref name="last"/> of a convolution's kernel w (KH, KW, C, K) in wt (KH, KW, K, C), where
    /// the taps of each kernel row stand in reverse order.
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
    /// The taps <paramref name="first"/> to <paramref name="last"/> of a kernel of groups w (KH, KW, C, G K) in wt (G, KH, KW, K, C), where
    /// the taps of each kernel row stand in reverse order.
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Squares(ref float x, ref float y, int rows, int xStep, int yStep, int first, int last, bool adds)
    {
        for (int column0 = first; column0 < last; column0 += Side)
        {
            int column1 = Math.Min(last, column0 + Side);
            for (int row0 = 0; row0 < rows; row0 += Side)
            {
                int row1 = Math.Min(rows, row0 + Side);
                Square(ref x, ref y, xStep, yStep, row0, row1, column0, column1, adds);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref float x, ref float y, int xStep, int yStep, int row0, int row1, int column0, int column1, bool adds)
    {
        int row = row0;
        if (Sse.IsSupported)
        {
            for (; row + 4 <= row1; row += 4)
            {
                int column = column0;
                for (; column + 4 <= column1; column += 4)
                {
                    ref float from = ref Unsafe.Add(ref x, ((nint)row * xStep) + column);
                    ref float to = ref Unsafe.Add(ref y, ((nint)column * yStep) + row);
                    Square4(ref from, xStep, ref to, yStep, adds);
                }

                Values(ref x, ref y, xStep, yStep, row, row + 4, column, column1, adds);
            }
        }

        Values(ref x, ref y, xStep, yStep, row, row1, column0, column1, adds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square4(ref float x, int xStep, ref float y, int yStep, bool adds)
    {
        Vector128<float> x0 = Vector128.LoadUnsafe(ref x);
        Vector128<float> x1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref x, xStep));
        Vector128<float> x2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref x, 2 * xStep));
        Vector128<float> x3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref x, 3 * xStep));
        Vector128<float> low01 = Sse.UnpackLow(x0, x1);
        Vector128<float> low23 = Sse.UnpackLow(x2, x3);
        Vector128<float> high01 = Sse.UnpackHigh(x0, x1);
        Vector128<float> high23 = Sse.UnpackHigh(x2, x3);
        Store(Sse.MoveLowToHigh(low01, low23), ref y, adds);
        Store(Sse.MoveHighToLow(low23, low01), ref Unsafe.Add(ref y, yStep), adds);
        Store(Sse.MoveLowToHigh(high01, high23), ref Unsafe.Add(ref y, 2 * yStep), adds);
        Store(Sse.MoveHighToLow(high23, high01), ref Unsafe.Add(ref y, 3 * yStep), adds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<float> value, ref float y, bool adds) =>
        (adds ? Vector128.LoadUnsafe(ref y) + value : value).StoreUnsafe(ref y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Values(ref float x, ref float y, int xStep, int yStep, int row0, int row1, int column0, int column1, bool adds)
    {
        for (int column = column0; column < column1; column++)
        {
            ref float to = ref Unsafe.Add(ref y, (nint)column * yStep);
            for (int row = row0; row < row1; row++)
            {
                float value = Unsafe.Add(ref x, ((nint)row * xStep) + column);
                Unsafe.Add(ref to, row) = adds ? Unsafe.Add(ref to, row) + value : value;
            }
        }
    }
}
