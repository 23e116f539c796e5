using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// Columns of samples that hold several values one after the other: of all outputs or inputs of a net, those of one. Exact in what it
/// reads and writes, since samples may be a user's memory.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SampleColumns
{
    /// <summary>Copies the columns of the samples n0 to n1 out of them.</summary>
    /// <param name="samples">Sample 0.</param>
    /// <param name="stride">Floats of a sample.</param>
    /// <param name="offset">Where the columns begin in it.</param>
    /// <param name="values">Receives them: (N, size).</param>
    /// <param name="size">How many they are.</param>
    /// <param name="n0">The first sample.</param>
    /// <param name="n1">The one behind the last.</param>
    public static void Take(ref float samples, int stride, int offset, ref float values, int size, int n0, int n1)
    {
        if (stride == size)
        {
            Columns(ref samples, size, 0, n0, (n1 - n0) * size).CopyTo(Columns(ref values, size, 0, n0, (n1 - n0) * size));
            return;
        }

        for (int n = n0; n < n1; n++)
        {
            Columns(ref samples, stride, offset, n, size).CopyTo(Columns(ref values, size, 0, n, size));
        }
    }

    /// <summary>Copies values into the columns of the samples n0 to n1.</summary>
    /// <param name="values">The values: (N, size).</param>
    /// <param name="size">How many a sample has.</param>
    /// <param name="samples">Sample 0.</param>
    /// <param name="stride">Floats of a sample.</param>
    /// <param name="offset">Where the columns begin in it.</param>
    /// <param name="n0">The first sample.</param>
    /// <param name="n1">The one behind the last.</param>
    public static void Put(ref float values, int size, ref float samples, int stride, int offset, int n0, int n1)
    {
        if (stride == size)
        {
            Take(ref values, stride, offset, ref samples, size, n0, n1);
            return;
        }

        for (int n = n0; n < n1; n++)
        {
            Columns(ref values, size, 0, n, size).CopyTo(Columns(ref samples, stride, offset, n, size));
        }
    }

    /// <summary>Makes the columns of the samples n0 to n1 zero.</summary>
    /// <param name="size">How many they are.</param>
    /// <param name="samples">Sample 0.</param>
    /// <param name="stride">Floats of a sample.</param>
    /// <param name="offset">Where the columns begin in it.</param>
    /// <param name="n0">The first sample.</param>
    /// <param name="n1">The one behind the last.</param>
    public static void Clear(int size, ref float samples, int stride, int offset, int n0, int n1)
    {
        for (int n = n0; n < n1; n++)
        {
            Columns(ref samples, stride, offset, n, size).Clear();
        }
    }

    private static Span<float> Columns(ref float samples, int stride, int offset, int n, int length) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref samples, ((nint)n * stride) + offset), length);
}
