using System;
using StaticNets.Optimizers;

namespace StaticNets.Execution;

/// <summary>How far a step of each tensor goes, from sums over blocks that are added in order.</summary>
internal sealed class TensorRatios(TensorUpdateRule rule, GradientBlocks blocks, int tensors)
{
    private readonly (double Weights, double Direction)[] _sums = new (double, double)[blocks.Count];
    private readonly float[] _ratios = new float[tensors];

    /// <summary>Measures one block.</summary>
    public void Measure(int block, Span<float> w, ReadOnlySpan<float> g) => _sums[block] = rule.Measure(w, g, blocks[block].Slot);

    /// <summary>Turns the sums into one ratio for each tensor, on one thread.</summary>
    public void Compute()
    {
        for (int block = 0; block < blocks.Count;)
        {
            int tensor = blocks[block].Tensor;
            double weights = 0;
            double direction = 0;
            for (; block < blocks.Count && blocks[block].Tensor == tensor; block++)
            {
                weights += _sums[block].Weights;
                direction += _sums[block].Direction;
            }

            _ratios[tensor] = rule.Ratio(weights, direction);
        }
    }

    /// <summary>Updates one block.</summary>
    public void Move(int block, Span<float> w) => rule.Move(w, blocks[block].Slot, _ratios[blocks[block].Tensor]);
}
