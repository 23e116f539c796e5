using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>
/// Products of small matrices in double, added to what is there. Each sum has the order of its steps, and no multiply-add is used, so that
/// the bits are the same on every machine.
/// </summary>
internal static class DoubleProduct
{
    private const int TileRows = 4;
    private const int TileVectors = 2;

    /// <summary>A matrix by its first value and the distances from value to value.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="row">The distance from one row to the next.</param>
    /// <param name="column">The distance from one column to the next.</param>
    public readonly ref struct Matrix(ref double first, int row, int column = 1)
    {
        private readonly ref double _first = ref first;

        public int Row { get; } = row;

        public int Column { get; } = column;

        public ref double this[int i, int k] => ref Unsafe.Add(ref _first, ((nint)i * Row) + ((nint)k * Column));
    }

    /// <summary><c>c += a b</c>.</summary>
    /// <param name="c">(rows, columns), the values of a row side by side.</param>
    /// <param name="a">(rows, steps).</param>
    /// <param name="b">(steps, columns), the values of a row side by side.</param>
    /// <param name="rows">Rows of the result.</param>
    /// <param name="columns">Columns of the result.</param>
    /// <param name="steps">Terms of each sum.</param>
    public static void Add(Matrix c, Matrix a, Matrix b, int rows, int columns, int steps)
    {
        int width = TileVectors * Vector<double>.Count;
        int tiledRows = rows - (rows % TileRows);
        int tiledColumns = columns - (columns % width);
        for (int row = 0; row < tiledRows; row += TileRows)
        {
            for (int column = 0; column < tiledColumns; column += width)
            {
                AddTile(ref c[row, column], c.Row, ref a[row, 0], a.Row, a.Column, ref b[0, column], b.Row, steps);
            }

            AddRows(c, a, b, row, row + TileRows, tiledColumns, columns, steps);
        }

        AddRows(c, a, b, tiledRows, rows, 0, columns, steps);
    }

    private static void AddRows(Matrix c, Matrix a, Matrix b, int firstRow, int lastRow, int first, int columns, int steps)
    {
        for (int row = firstRow; row < lastRow; row++)
        {
            int column = first;
            for (; column + Vector<double>.Count <= columns; column += Vector<double>.Count)
            {
                AddVector(ref c[row, column], ref a[row, 0], a.Column, ref b[0, column], b.Row, steps);
            }

            for (; column < columns; column++)
            {
                AddOne(ref c[row, column], ref a[row, 0], a.Column, ref b[0, column], b.Row, steps);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTile(ref double c, int cRow, ref double a, int aRow, int aStep, ref double b, int bRow, int steps)
    {
        ref double c1 = ref Unsafe.Add(ref c, cRow);
        ref double c2 = ref Unsafe.Add(ref c1, cRow);
        ref double c3 = ref Unsafe.Add(ref c2, cRow);
        ref double a1 = ref Unsafe.Add(ref a, aRow);
        ref double a2 = ref Unsafe.Add(ref a1, aRow);
        ref double a3 = ref Unsafe.Add(ref a2, aRow);
        nuint second = (nuint)Vector<double>.Count;
        Vector<double> c00 = Vector.LoadUnsafe(ref c);
        Vector<double> c01 = Vector.LoadUnsafe(ref c, second);
        Vector<double> c10 = Vector.LoadUnsafe(ref c1);
        Vector<double> c11 = Vector.LoadUnsafe(ref c1, second);
        Vector<double> c20 = Vector.LoadUnsafe(ref c2);
        Vector<double> c21 = Vector.LoadUnsafe(ref c2, second);
        Vector<double> c30 = Vector.LoadUnsafe(ref c3);
        Vector<double> c31 = Vector.LoadUnsafe(ref c3, second);
        nint at = 0;
        nuint from = 0;
        for (int step = 0; step < steps; step++)
        {
            Vector<double> b0 = Vector.LoadUnsafe(ref b, from);
            Vector<double> b1 = Vector.LoadUnsafe(ref b, from + second);
            Vector<double> factor = new(Unsafe.Add(ref a, at));
            c00 += factor * b0;
            c01 += factor * b1;
            factor = new(Unsafe.Add(ref a1, at));
            c10 += factor * b0;
            c11 += factor * b1;
            factor = new(Unsafe.Add(ref a2, at));
            c20 += factor * b0;
            c21 += factor * b1;
            factor = new(Unsafe.Add(ref a3, at));
            c30 += factor * b0;
            c31 += factor * b1;
            at += aStep;
            from += (nuint)bRow;
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, second);
        c10.StoreUnsafe(ref c1);
        c11.StoreUnsafe(ref c1, second);
        c20.StoreUnsafe(ref c2);
        c21.StoreUnsafe(ref c2, second);
        c30.StoreUnsafe(ref c3);
        c31.StoreUnsafe(ref c3, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddVector(ref double c, ref double a, int aStep, ref double b, int bRow, int steps)
    {
        Vector<double> sum = Vector.LoadUnsafe(ref c);
        for (int step = 0; step < steps; step++)
        {
            Vector<double> factor = new(Unsafe.Add(ref a, (nint)step * aStep));
            sum += factor * Vector.LoadUnsafe(ref Unsafe.Add(ref b, (nint)step * bRow));
        }

        sum.StoreUnsafe(ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOne(ref double c, ref double a, int aStep, ref double b, int bRow, int steps)
    {
        double sum = c;
        for (int step = 0; step < steps; step++)
        {
            sum += Unsafe.Add(ref a, (nint)step * aStep) * Unsafe.Add(ref b, (nint)step * bRow);
        }

        c = sum;
    }
}
