using System;
using System.Runtime.CompilerServices;

namespace StaticNets.Execution;

/// <summary>
/// Products of four rows u of a matrix with all of its rows, and sums of all rows. Rows are so long that no vector has a remainder.
/// </summary>
internal static class RowProducts
{
    // Terms that are added up before their sum joins those before.
    private const int Block = 128;

    /// <summary>How many rows are compared with all at once.</summary>
    public const int Rows = 4;

    /// <summary><c>products[j, r] = u[row + r] u[j]</c>.</summary>
    /// <param name="u">The matrix: (count, pitch).</param>
    /// <param name="pitch">Floats of a row, a multiple of the widest vector's.</param>
    /// <param name="count">Rows, an even number.</param>
    /// <param name="row">The first of the four.</param>
    /// <param name="products">Receives the products: (count, 4).</param>
    public static void Compute(ref float u, int pitch, int count, int row, ref float products)
    {
        if (SimdWidth.Use512)
        {
            Compute<FloatVector512>(ref u, pitch, count, row, ref products);
        }
        else if (SimdWidth.Use256)
        {
            Compute<FloatVector256>(ref u, pitch, count, row, ref products);
        }
        else
        {
            Compute<FloatVector128>(ref u, pitch, count, row, ref products);
        }
    }

    /// <summary><c>y[row + r] = factors[r] (sum over j of signs[j, r] u[j] - projections[r] u[row + r])</c>.</summary>
    /// <param name="u">The matrix: (count, pitch).</param>
    /// <param name="pitch">Floats of a row, a multiple of two of the widest vectors'.</param>
    /// <param name="count">Rows.</param>
    /// <param name="row">The first of the four.</param>
    /// <param name="signs">The factors of the rows: (count, 4).</param>
    /// <param name="factors">The factor of each of the four.</param>
    /// <param name="projections">What is taken off each of the four.</param>
    /// <param name="y">Receives the four rows: (count, pitch).</param>
    public static void Combine(
        ref float u,
        int pitch,
        int count,
        int row,
        ref float signs,
        ReadOnlySpan<float> factors,
        ReadOnlySpan<float> projections,
        ref float y)
    {
        if (SimdWidth.Use512)
        {
            Combine<FloatVector512>(ref u, pitch, count, row, ref signs, factors, projections, ref y);
        }
        else if (SimdWidth.Use256)
        {
            Combine<FloatVector256>(ref u, pitch, count, row, ref signs, factors, projections, ref y);
        }
        else
        {
            Combine<FloatVector128>(ref u, pitch, count, row, ref signs, factors, projections, ref y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compute<TVector>(ref float u, int pitch, int count, int row, ref float products)
        where TVector : struct, IFloatVector<TVector>
    {
        ref float a = ref Unsafe.Add(ref u, (nint)row * pitch);
        nuint next = (nuint)pitch;
        for (int j = 0; j < count; j += 2)
        {
            ref float b = ref Unsafe.Add(ref u, (nint)j * pitch);
            TVector s00 = default, s10 = default, s20 = default, s30 = default;
            TVector s01 = default, s11 = default, s21 = default, s31 = default;
            TVector p00 = default, p10 = default, p20 = default, p30 = default;
            TVector p01 = default, p11 = default, p21 = default, p31 = default;
            nuint end;
            for (nuint first = 0; first < next; first = end)
            {
                end = Math.Min(first + (nuint)(Block * TVector.Count), next);
                for (nuint k = first; k < end; k += (nuint)TVector.Count)
                {
                    TVector b0 = TVector.Load(ref b, k);
                    TVector b1 = TVector.Load(ref b, next + k);
                    TVector a0 = TVector.Load(ref a, k);
                    TVector a1 = TVector.Load(ref a, next + k);
                    TVector a2 = TVector.Load(ref a, (2 * next) + k);
                    TVector a3 = TVector.Load(ref a, (3 * next) + k);
                    p00 = TVector.MultiplyAdd(a0, b0, p00);
                    p10 = TVector.MultiplyAdd(a1, b0, p10);
                    p20 = TVector.MultiplyAdd(a2, b0, p20);
                    p30 = TVector.MultiplyAdd(a3, b0, p30);
                    p01 = TVector.MultiplyAdd(a0, b1, p01);
                    p11 = TVector.MultiplyAdd(a1, b1, p11);
                    p21 = TVector.MultiplyAdd(a2, b1, p21);
                    p31 = TVector.MultiplyAdd(a3, b1, p31);
                }

                Add(ref s00, ref p00);
                Add(ref s10, ref p10);
                Add(ref s20, ref p20);
                Add(ref s30, ref p30);
                Add(ref s01, ref p01);
                Add(ref s11, ref p11);
                Add(ref s21, ref p21);
                Add(ref s31, ref p31);
            }

            ref float p = ref Unsafe.Add(ref products, (nint)j * Rows);
            p = TVector.Sum(s00);
            Unsafe.Add(ref p, 1) = TVector.Sum(s10);
            Unsafe.Add(ref p, 2) = TVector.Sum(s20);
            Unsafe.Add(ref p, 3) = TVector.Sum(s30);
            Unsafe.Add(ref p, 4) = TVector.Sum(s01);
            Unsafe.Add(ref p, 5) = TVector.Sum(s11);
            Unsafe.Add(ref p, 6) = TVector.Sum(s21);
            Unsafe.Add(ref p, 7) = TVector.Sum(s31);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine<TVector>(
        ref float u,
        int pitch,
        int count,
        int row,
        ref float signs,
        ReadOnlySpan<float> factors,
        ReadOnlySpan<float> projections,
        ref float y)
        where TVector : struct, IFloatVector<TVector>
    {
        nuint lanes = (nuint)TVector.Count;
        for (nint column = 0; column < pitch; column += 2 * TVector.Count)
        {
            ref float b = ref Unsafe.Add(ref u, column);
            ref float s = ref signs;
            TVector t00 = default, t10 = default, t20 = default, t30 = default;
            TVector t01 = default, t11 = default, t21 = default, t31 = default;
            TVector y00 = default, y10 = default, y20 = default, y30 = default;
            TVector y01 = default, y11 = default, y21 = default, y31 = default;
            for (int block = 0; block < count; block += Block)
            {
                int end = Math.Min(block + Block, count);
                for (int j = block; j < end; j++)
                {
                    TVector b0 = TVector.Load(ref b, 0);
                    TVector b1 = TVector.Load(ref b, lanes);
                    TVector s0 = TVector.Create(s);
                    y00 = TVector.MultiplyAdd(s0, b0, y00);
                    y01 = TVector.MultiplyAdd(s0, b1, y01);
                    TVector s1 = TVector.Create(Unsafe.Add(ref s, 1));
                    y10 = TVector.MultiplyAdd(s1, b0, y10);
                    y11 = TVector.MultiplyAdd(s1, b1, y11);
                    TVector s2 = TVector.Create(Unsafe.Add(ref s, 2));
                    y20 = TVector.MultiplyAdd(s2, b0, y20);
                    y21 = TVector.MultiplyAdd(s2, b1, y21);
                    TVector s3 = TVector.Create(Unsafe.Add(ref s, 3));
                    y30 = TVector.MultiplyAdd(s3, b0, y30);
                    y31 = TVector.MultiplyAdd(s3, b1, y31);
                    b = ref Unsafe.Add(ref b, pitch);
                    s = ref Unsafe.Add(ref s, Rows);
                }

                Add(ref t00, ref y00);
                Add(ref t10, ref y10);
                Add(ref t20, ref y20);
                Add(ref t30, ref y30);
                Add(ref t01, ref y01);
                Add(ref t11, ref y11);
                Add(ref t21, ref y21);
                Add(ref t31, ref y31);
            }

            nint first = ((nint)row * pitch) + column;
            Store(t00, t01, factors[0], projections[0], ref u, ref y, first);
            Store(t10, t11, factors[1], projections[1], ref u, ref y, first + pitch);
            Store(t20, t21, factors[2], projections[2], ref u, ref y, first + (2 * pitch));
            Store(t30, t31, factors[3], projections[3], ref u, ref y, first + (3 * pitch));
        }
    }

    /// <summary>Adds a block to a sum; it becomes what rounding lost, and begins the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TVector>(ref TVector sum, ref TVector block)
        where TVector : struct, IFloatVector<TVector>
    {
        TVector after = sum + block;
        block -= after - sum;
        sum = after;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector>(TVector y0, TVector y1, float factor, float projection, ref float u, ref float y, nint first)
        where TVector : struct, IFloatVector<TVector>
    {
        nuint at = (nuint)first;
        nuint next = at + (nuint)TVector.Count;
        TVector f = TVector.Create(factor);
        TVector p = TVector.Create(-projection);
        (f * TVector.MultiplyAdd(p, TVector.Load(ref u, at), y0)).Store(ref y, at);
        (f * TVector.MultiplyAdd(p, TVector.Load(ref u, next), y1)).Store(ref y, next);
    }
}
