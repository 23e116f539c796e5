using System;
using System.Numerics.Tensors;

namespace StaticNets.Execution;

/// <summary>
/// Sums over spans of any length: over blocks of a fixed size in float, and over the blocks in double, so that the error does not grow with the
/// length.
/// </summary>
internal static class SpanSums
{
    // On the narrowest vectors, 128 terms for each lane.
    private const int Block = 512;

    public static double OfSquares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (int start = 0; start < values.Length; start += Block)
        {
            sum += TensorPrimitives.SumOfSquares(values.Slice(start, Math.Min(Block, values.Length - start)));
        }

        return sum;
    }

    public static double OfMagnitudes(ReadOnlySpan<float> values)
    {
        double sum = 0;
        for (int start = 0; start < values.Length; start += Block)
        {
            sum += TensorPrimitives.SumOfMagnitudes(values.Slice(start, Math.Min(Block, values.Length - start)));
        }

        return sum;
    }
}
