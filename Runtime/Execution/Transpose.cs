using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>Weights in the layouts that backward passes read, for the emitted trainers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Transpose
{
    // A square of so many floats a side stays in the first-level cache, and its lines are used up before they leave it.
    private const int Side = 16;

    /// <summary>The rows <paramref name="first"/> to <paramref name="last"/> of w (rows, columns) as columns of wt (columns, rows).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(ref float w, ref float wt, int rows, int columns, int first, int last)
    {
        for (int row0 = first; row0 < last; row0 += Side)
        {
            int row1 = Math.Min(last, row0 + Side);
            for (int column0 = 0; column0 < columns; column0 += Side)
            {
                int column1 = Math.Min(columns, column0 + Side);
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
            Rows(ref Unsafe.Add(ref w, (nint)tap * size), ref Unsafe.Add(ref wt, (nint)turned * size), channels, filters, 0, channels);
        }
    }
}
