using System;
using System.Collections.Generic;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>
/// The trained parameters cut into blocks of a fixed size, none across two tensors. What is summed over gradients is summed over each block
/// and then block by block, in order: the same bits with any number of threads.
/// </summary>
internal sealed class GradientBlocks
{
    private const int BlockLength = TensorUpdateRule.BlockLength;

    private readonly Block[] _blocks;

    public GradientBlocks(IReadOnlyList<TensorInfo> tensors)
    {
        List<Block> blocks = [];
        int slot = 0;
        for (int tensor = 0; tensor < tensors.Count; tensor++)
        {
            int length = tensors[tensor].IsTrainable ? tensors[tensor].Length : 0;
            for (int start = 0; start < length; start += BlockLength)
            {
                int size = Math.Min(BlockLength, length - start);
                blocks.Add(new Block(tensor, tensors[tensor].Offset + start, slot + start, size, tensors[tensor].ProximalL1));
            }

            slot += length;
        }

        _blocks = [.. blocks];
    }

    public int Count => _blocks.Length;

    public Block this[int index] => _blocks[index];

    /// <summary>One worker's share of the blocks.</summary>
    public (int First, int Last) Share(int worker, int workers) => WorkShare.Of(_blocks.Length, worker, workers);

    /// <param name="Tensor">The tensor's index.</param>
    /// <param name="Offset">The block's place in the parameter block.</param>
    /// <param name="Slot">Its place in each slot, which hold the trained tensors one after the other.</param>
    /// <param name="Length">Its length.</param>
    /// <param name="ProximalL1">The factor of its L1 penalty where that is a proximal step, else 0.</param>
    public readonly record struct Block(int Tensor, int Offset, int Slot, int Length, float ProximalL1);
}
