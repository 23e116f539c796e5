using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets.Execution;

/// <summary>
/// Makes vectors orthonormal by the modified Gram-Schmidt process: what remains of a vector beside those before it, scaled to length 1.
/// That is the Q of a QR decomposition whose R has a positive diagonal. In double one pass leaves errors far below a float's. Most of it is
/// products of matrices, since vectors are taken from each other by blocks, for which the values of a block's vectors at one place stand
/// side by side.
/// </summary>
/// <param name="count">How many vectors: no more than they are long.</param>
/// <param name="length">The length of a vector.</param>
internal sealed class OrthonormalVectors(int count, int length)
{
    /// <summary>The vectors of a block, whose products keep the processor busy.</summary>
    private const int BlockSize = 32;

    /// <summary>The vectors of the blocks that are taken in hand together.</summary>
    private const int GroupSize = 4 * BlockSize;

    /// <summary>The vectors that are made orthonormal one by one: a cache line at each place.</summary>
    private const int PieceSize = 8;

    /// <summary>The places of two blocks that fit in the cache at once.</summary>
    private const int Places = 32;

    private readonly double[] _values = new double[(long)count * length];
    private readonly double[] _products = new double[BlockSize * BlockSize];

    /// <summary>Sets values of the vectors one after the other.</summary>
    /// <param name="first">The place of the first value, counted through all vectors.</param>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int first, ReadOnlySpan<double> values)
    {
        (int vector, int place) = Math.DivRem(first, length);
        foreach (double value in values)
        {
            int block = vector - (vector % BlockSize);
            _values[(block * length) + (place * Width(block)) + vector - block] = value;
            place++;
            if (place == length)
            {
                (vector, place) = (vector + 1, 0);
            }
        }
    }

    /// <summary>Copies the vectors, times a gain, to the rows or the columns of a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(Span<float> matrix, double gain, bool asRows)
    {
        for (int vector = 0; vector < count; vector++)
        {
            int block = vector - (vector % BlockSize);
            int width = Width(block);
            for (int place = 0; place < length; place++)
            {
                double value = _values[(block * length) + (place * width) + vector - block];
                matrix[asRows ? (vector * length) + place : (place * count) + vector] = (float)(gain * value);
            }
        }
    }

    public void Make()
    {
        for (int group = 0; group < count; group += GroupSize)
        {
            // What is done comes from memory once for all blocks of a group.
            for (int before = 0; before < group; before += BlockSize)
            {
                for (int block = group; block < Math.Min(group + GroupSize, count); block += BlockSize)
                {
                    TakeOff(before, block);
                }
            }

            for (int block = group; block < Math.Min(group + GroupSize, count); block += BlockSize)
            {
                for (int before = group; before < block; before += BlockSize)
                {
                    TakeOff(before, block);
                }

                MakeBlock(Values(block), Width(block));
            }
        }
    }

    private void TakeOff(int before, int block) =>
        TakeOff(Values(before), BlockSize, Values(block), Width(block), BlockSize, Width(block));

    private Span<double> Values(int block) => _values.AsSpan(block * length, Width(block) * length);

    private int Width(int block) => Math.Min(BlockSize, count - block);

    private void MakeBlock(Span<double> block, int width)
    {
        for (int piece = 0; piece < width; piece += PieceSize)
        {
            int last = Math.Min(piece + PieceSize, width);
            for (int vector = piece; vector < last; vector++)
            {
                MakeOne(block[vector..], width, last - vector);
            }

            if (last < width)
            {
                TakeOff(block[piece..], width, block[last..], width, last - piece, width - last);
            }
        }
    }

    /// <summary>Scales a vector to length 1 and takes it off those beside it.</summary>
    private void MakeOne(Span<double> vector, int width, int beside)
    {
        Span<double> products = _products.AsSpan(0, beside);
        products.Clear();
        ref double first = ref MemoryMarshal.GetReference(vector);
        DoubleProduct.Matrix all = new(ref first, width);
        DoubleProduct.Add(new(ref products[0], beside), new(ref first, 1, width), all, 1, beside, length);
        double scale = products[0] > 0 ? 1 / Math.Sqrt(products[0]) : 0;
        Subtract(ref first, width, products, scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Subtract(ref double values, int width, ReadOnlySpan<double> products, double scale)
    {
        for (int place = 0; place < length; place++)
        {
            double value = values * scale;
            values = value;
            for (int i = 1; i < products.Length; i++)
            {
                Unsafe.Add(ref values, i) -= products[i] * scale * value;
            }

            values = ref Unsafe.Add(ref values, width);
        }
    }

    /// <summary>Takes orthonormal vectors off others: <c>b -= q (q^T b)</c>.</summary>
    private void TakeOff(Span<double> q, int qWidth, Span<double> b, int bWidth, int qCount, int bCount)
    {
        Span<double> products = _products.AsSpan(0, qCount * bCount);
        products.Clear();
        DoubleProduct.Matrix result = new(ref products[0], bCount);
        for (int place = 0; place < length; place += Places)
        {
            int places = Math.Min(Places, length - place);
            DoubleProduct.Matrix across = new(ref q[place * qWidth], 1, qWidth);
            DoubleProduct.Add(result, across, new(ref b[place * bWidth], bWidth), qCount, bCount, places);
        }

        foreach (ref double product in products)
        {
            product = -product;
        }

        for (int place = 0; place < length; place += Places)
        {
            int places = Math.Min(Places, length - place);
            DoubleProduct.Matrix rest = new(ref b[place * bWidth], bWidth);
            DoubleProduct.Add(rest, new(ref q[place * qWidth], qWidth), result, places, bCount, qCount);
        }
    }
}
