using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>
/// Makes rows orthonormal by the modified Gram-Schmidt process: what remains of a row beside those above it, scaled to length 1. That is
/// the Q of a QR decomposition whose R has a positive diagonal. In double one pass leaves errors far below a float's. Sums have one order
/// whatever the hardware: four partial sums in two vectors of the width that every machine has.
/// </summary>
internal static class OrthonormalRows
{
    /// <param name="rows">The rows one after the other, no more than they are long.</param>
    /// <param name="length">The length of a row.</param>
    public static void Make(Span<double> rows, int length)
    {
        for (int at = 0; at < rows.Length; at += length)
        {
            Span<double> row = rows.Slice(at, length);
            double norm = Math.Sqrt(Dot(row, row));
            AddMultiple(row, row, norm > 0 ? (1 / norm) - 1 : 0);
            for (int below = at + length; below < rows.Length; below += length)
            {
                Span<double> other = rows.Slice(below, length);
                AddMultiple(other, row, -Dot(other, row));
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector128<double>> va = MemoryMarshal.Cast<double, Vector128<double>>(a);
        ReadOnlySpan<Vector128<double>> vb = MemoryMarshal.Cast<double, Vector128<double>>(b);
        Vector128<double> even = Vector128<double>.Zero;
        Vector128<double> odd = Vector128<double>.Zero;
        int i = 0;
        for (; i + 2 <= va.Length; i += 2)
        {
            even += va[i] * vb[i];
            odd += va[i + 1] * vb[i + 1];
        }

        double sum = Vector128.Sum(even + odd);
        for (int k = 2 * i; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    private static void AddMultiple(Span<double> y, ReadOnlySpan<double> x, double factor)
    {
        Span<Vector128<double>> vy = MemoryMarshal.Cast<double, Vector128<double>>(y);
        ReadOnlySpan<Vector128<double>> vx = MemoryMarshal.Cast<double, Vector128<double>>(x);
        for (int i = 0; i < vy.Length; i++)
        {
            vy[i] += vx[i] * factor;
        }

        if (y.Length % 2 == 1)
        {
            y[^1] += x[^1] * factor;
        }
    }
}
