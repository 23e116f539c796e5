using System;
using System.Collections.Generic;

namespace StaticNets.Execution;

/// <summary>
/// The mean loss of a batch, of each output and in all. Sums go over the samples in their order, so that neither threads nor blocks change
/// the result.
/// </summary>
internal sealed class BatchLoss
{
    private readonly float[] _weights;
    private readonly double[] _sums;

    public BatchLoss(IReadOnlyList<OutputInfo> outputs)
    {
        _sums = new double[outputs.Count];
        _weights = new float[outputs.Count];
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = outputs[i].Weight;
        }
    }

    /// <summary>Forgets what was added.</summary>
    public void Reset() => Array.Clear(_sums);

    /// <summary>Adds samples from <paramref name="first"/> on, each times its weight where there are weights.</summary>
    /// <param name="losses">(samples, outputs)</param>
    /// <param name="sampleWeights">A weight for each sample of the batch, or none.</param>
    /// <param name="first">The number of the first sample within the batch.</param>
    public void Add(ReadOnlySpan<float> losses, ReadOnlySpan<float> sampleWeights, int first)
    {
        for (int i = 0; i < losses.Length; i++)
        {
            int output = i % _sums.Length;
            _sums[output] += sampleWeights.IsEmpty ? losses[i] : (double)losses[i] * sampleWeights[first + (i / _sums.Length)];
        }
    }

    /// <summary>Takes the means.</summary>
    /// <param name="count">The samples of the batch.</param>
    /// <param name="outputLosses">Receives the loss of each output before its weight; may be empty.</param>
    /// <returns>The weighted sum of the outputs' losses.</returns>
    public float Mean(int count, Span<float> outputLosses)
    {
        double total = 0;
        for (int i = 0; i < _sums.Length; i++)
        {
            total += _sums[i] * _weights[i];
            if (!outputLosses.IsEmpty)
            {
                outputLosses[i] = (float)(_sums[i] / count);
            }
        }

        return (float)(total / count);
    }
}
