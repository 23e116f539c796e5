using System;
using System.Collections.Generic;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>The loss of one sample: the mean over the rows of the output.</summary>
internal sealed class OutputLoss
{
    private readonly bool _sparse;
    private readonly ReferenceLoss _loss;
    private readonly int _size;
    private readonly int _classes;

    public OutputLoss(Loss loss, IReadOnlyList<ReferenceNode> nodes)
    {
        ReferenceNode output = nodes[^1];
        _sparse = loss == Loss.SparseCategoricalCrossentropy;
        _loss = ReferenceLoss.Of(loss, (output.Layer as ActivationLayer)?.Activation);
        _size = output.Layer.OutputSize;
        _classes = output.Layer.OutputShape[^1];
        Node = _loss.FromLogits ? output.Inputs[0] : nodes.Count - 1;
    }

    /// <summary>The node whose values the loss reads: the last, or the one below a fused softmax or sigmoid.</summary>
    public int Node { get; }

    public double Value(double[] y, ReferenceBatch batch, int sample)
    {
        double[] t = Targets(batch, sample);
        double sum = 0;
        for (int start = 0; start < _size; start += _classes)
        {
            sum += _loss.Value(y.AsSpan(start, _classes), t.AsSpan(start, _classes));
        }

        return sum * _classes / _size;
    }

    /// <summary>The gradient of the value, times <paramref name="scale"/>.</summary>
    public double[] Derive(double[] y, ReferenceBatch batch, int sample, double scale)
    {
        double[] t = Targets(batch, sample);
        double[] dy = new double[_size];
        for (int start = 0; start < _size; start += _classes)
        {
            _loss.Derive(y.AsSpan(start, _classes), t.AsSpan(start, _classes), dy.AsSpan(start, _classes));
        }

        return Array.ConvertAll(dy, value => value * scale * _classes / _size);
    }

    private double[] Targets(ReferenceBatch batch, int sample)
    {
        if (!_sparse)
        {
            return batch.Targets.AsSpan(sample * _size, _size).ToArray();
        }

        double[] oneHot = new double[_size];
        int rows = _size / _classes;
        for (int row = 0; row < rows; row++)
        {
            oneHot[(row * _classes) + batch.Labels[(sample * rows) + row]] = 1;
        }

        return oneHot;
    }
}
