using System;
using System.Collections.Generic;

namespace StaticNets.Execution;

/// <summary>
/// <c>l1 * sum |w| + l2 * sum w^2</c> over all penalized tensors that are trained, summed over blocks of a fixed size that are added in
/// order: the same bits with any number of threads.
/// </summary>
internal sealed class PenaltySum
{
    private const int BlockLength = 4096;

    private readonly Block[] _blocks;
    private readonly double[] _sums;

    public PenaltySum(IReadOnlyList<TensorInfo> tensors)
    {
        // Plain loops: LINQ over a struct is forty more methods for the JIT to compile before the first step.
        List<Block> blocks = [];
        foreach (TensorInfo tensor in tensors)
        {
            if (tensor.IsTrainable && (tensor.L1 != 0 || tensor.L2 != 0))
            {
                Split(tensor, blocks);
            }
        }

        _blocks = blocks.ToArray();
        _sums = new double[_blocks.Length];
    }

    public bool IsEmpty => _blocks.Length == 0;

    public double Total
    {
        get
        {
            double total = 0;
            foreach (double sum in _sums)
            {
                total += sum;
            }

            return total;
        }
    }

    /// <summary>Computes one worker's share of the blocks.</summary>
    public void Compute(ReadOnlySpan<float> parameters, int worker, int workers)
    {
        (int first, int last) = WorkShare.Of(_blocks.Length, worker, workers);
        for (int i = first; i < last; i++)
        {
            Block block = _blocks[i];
            ReadOnlySpan<float> w = parameters.Slice(block.Offset, block.Length);
            double sum = 0;
            if (block.L1 != 0)
            {
                sum += block.L1 * SpanSums.OfMagnitudes(w);
            }

            if (block.L2 != 0)
            {
                sum += block.L2 * SpanSums.OfSquares(w);
            }

            _sums[i] = sum;
        }
    }

    private static void Split(TensorInfo tensor, List<Block> blocks)
    {
        for (int start = 0; start < tensor.Length; start += BlockLength)
        {
            blocks.Add(new Block(tensor.Offset + start, Math.Min(BlockLength, tensor.Length - start), tensor.L1, tensor.L2));
        }
    }

    private sealed record Block(int Offset, int Length, float L1, float L2);
}
