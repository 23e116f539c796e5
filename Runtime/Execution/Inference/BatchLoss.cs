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
    private readonly int[] _maskedRows;
    private readonly double[] _sums;

    public BatchLoss(NetInfo info)
    {
        IReadOnlyList<OutputInfo> outputs = info.Outputs;
        _sums = new double[info.LossColumns];
        _weights = new float[outputs.Count];
        _maskedRows = new int[outputs.Count];
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = outputs[i].Weight;
            _maskedRows[i] = outputs[i].IsMasked ? outputs[i].Rows : 0;
        }
    }

    /// <summary>Forgets what was added.</summary>
    public void Reset() => Array.Clear(_sums);

    /// <summary>Adds samples from <paramref name="first"/> on, each times its weight where there are weights.</summary>
    /// <param name="losses">(samples, columns)</param>
    /// <param name="batch">The batch, with its weights.</param>
    /// <param name="first">The number of the first sample within the batch.</param>
    public void Add(ReadOnlySpan<float> losses, Batch batch, int first)
    {
        for (int n = 0; n < losses.Length / _sums.Length; n++)
        {
            ReadOnlySpan<float> sample = losses.Slice(n * _sums.Length, _sums.Length);
            double weight = batch.SampleWeights.IsEmpty ? 1 : batch.SampleWeights[first + n];
            for (int output = 0; output < _weights.Length; output++)
            {
                double own = batch.OutputWeights.IsEmpty ? weight : weight * batch.OutputWeights[((first + n) * _weights.Length) + output];
                _sums[output] += sample[output] * own;
            }

            // Rows are counted, not weighted.
            for (int column = _weights.Length; column < sample.Length; column++)
            {
                _sums[column] += sample[column];
            }
        }
    }

    /// <summary>Takes the means.</summary>
    /// <param name="count">The samples of the batch.</param>
    /// <param name="outputLosses">Receives the loss of each output before its weight; may be empty.</param>
    /// <returns>The weighted sum of the outputs' losses.</returns>
    public float Mean(int count, Span<float> outputLosses)
    {
        double total = 0;
        int masked = _weights.Length;
        for (int i = 0; i < _weights.Length; i++)
        {
            // Rows that count weigh so much that the mean is theirs.
            double sum = _maskedRows[i] == 0 ? _sums[i] : _sums[i] * StepMask.Weight((double)count * _maskedRows[i], _sums[masked++]);
            total += sum * _weights[i];
            if (!outputLosses.IsEmpty)
            {
                outputLosses[i] = (float)(sum / count);
            }
        }

        return (float)(total / count);
    }
}
