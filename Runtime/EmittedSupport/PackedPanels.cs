using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// Weights as products read them again and again: cut into panels of a few columns, each panel's rows one after the other. A panel is then
/// one run of memory, of which every cache line is used and which the hardware fetches ahead.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedPanels
{
    /// <summary>Copies the rows <paramref name="first"/> to <paramref name="last"/> of some columns into panels.</summary>
    /// <param name="w">The first row at the first column.</param>
    /// <param name="columns">Floats from a row of w to the next.</param>
    /// <param name="packed">The first row of the first panel.</param>
    /// <param name="width">Columns of a panel.</param>
    /// <param name="count">Panels.</param>
    /// <param name="panel">Floats from a panel to the next.</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">The row behind the last.</param>
    public static void Fill(ref float w, int columns, ref float packed, int width, int count, int panel, int first, int last)
    {
        for (int row = first; row < last; row++)
        {
            ref float from = ref Unsafe.Add(ref w, (nint)row * columns);
            ref float to = ref Unsafe.Add(ref packed, (nint)row * width);
            for (int p = 0; p < count; p++)
            {
                Span<float> target = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref to, (nint)p * panel), width);
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref from, (nint)p * width), width).CopyTo(target);
            }
        }
    }

    /// <summary>
    /// Copies the columns <paramref name="first"/> to <paramref name="last"/> of some rows, which become columns of panels.
    /// </summary>
    /// <param name="w">The first of the rows.</param>
    /// <param name="columns">Floats from a row of w to the next.</param>
    /// <param name="packed">The first row of the first panel.</param>
    /// <param name="width">Columns of a panel.</param>
    /// <param name="count">Panels.</param>
    /// <param name="panel">Floats from a panel to the next.</param>
    /// <param name="first">The first column.</param>
    /// <param name="last">The column behind the last.</param>
    public static void FillTransposed(ref float w, int columns, ref float packed, int width, int count, int panel, int first, int last)
    {
        for (int p = 0; p < count; p++)
        {
            ref float from = ref Unsafe.Add(ref w, (nint)p * width * columns);
            Transpose.Columns(ref from, ref Unsafe.Add(ref packed, (nint)p * panel), width, columns, first, last);
        }
    }
}
