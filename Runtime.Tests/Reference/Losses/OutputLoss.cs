using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>The loss of one output of a sample: the mean over its rows, times its weight.</summary>
internal sealed class OutputLoss
{
    private readonly ReferenceLoss _loss;
    private readonly int _size;
    private readonly int _classes;

    /// <param name="loss">The loss.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="weight">What it is multiplied by.</param>
    /// <param name="nodes">The net's nodes.</param>
    /// <param name="output">The number of the output's node.</param>
    public OutputLoss(Loss loss, LossSettings settings, double weight, IReadOnlyList<ReferenceNode> nodes, int output)
    {
        ReferenceNode node = nodes[output];
        Loss = loss;
        _loss = ReferenceLoss.Of(loss, (node.Layer as ActivationLayer)?.Activation, settings);
        Weight = weight;
        IgnoreClass = settings.IgnoreClass;
        _size = node.Layer.OutputSize;
        _classes = node.Layer.OutputShape[^1];
        Node = _loss.FromLogits ? node.Inputs[0] : output;
    }

    /// <summary>The nodes whose values are not 0 where a step counts; none where all do.</summary>
    public int[] Masks { get; init; } = [];

    public Loss Loss { get; }

    /// <summary>What it is multiplied by in the net's loss.</summary>
    public double Weight { get; }

    /// <summary>The class whose labels don't count, or null.</summary>
    public int? IgnoreClass { get; }

    public int Classes => _classes;

    /// <summary>The node whose values the loss reads: the output's, or the one below a fused softmax or sigmoid.</summary>
    public int Node { get; }

    public bool TakesLabels => Loss == Loss.SparseCategoricalCrossentropy;

    /// <summary>How many labels, or targets, a sample has for this output.</summary>
    public int KnownSize => TakesLabels ? _size / _classes : _size;

    /// <summary>Where they begin among those of a sample, and how many these are.</summary>
    public (int First, int PerSample) Known { get; set; }

    /// <summary>What each row of each sample weighs: rows that count have the mean weight 1, others 0.</summary>
    public double[][] RowWeights(double[][][] values, ReferenceBatch batch)
    {
        int rows = _size / _classes;
        double[][] counts = [.. values[Node].Select((_, sample) => Enumerable.Range(0, rows)
            .Select(row => Masks.All(mask => values[mask][sample][(int)((long)row * values[mask][sample].Length / rows)] != 0) && !IsIgnored(batch, sample, row) ? 1.0 : 0)
            .ToArray())];
        double share = Masks.Length == 0 && IgnoreClass is null ? 1 : counts.Length * rows / (counts.Sum(sample => sample.Sum()) + 1e-7);
        return [.. counts.Select(sample => Array.ConvertAll(sample, value => value * share))];
    }

    public double Value(double[] y, ReferenceBatch batch, int sample, double[] rowWeights)
    {
        double[] t = Targets(batch, sample);
        double sum = 0;
        for (int start = 0; start < _size; start += _classes)
        {
            sum += rowWeights[start / _classes] * _loss.Value(y.AsSpan(start, _classes), t.AsSpan(start, _classes));
        }

        return Weight * sum * _classes / _size;
    }

    /// <summary>How clearly a sample decides what the loss does where its derivative jumps: the smallest distance from a jump relative to the largest.</summary>
    public double Margin(double[] y, ReferenceBatch batch, int sample)
    {
        double[] t = Targets(batch, sample);
        List<double> distances = [];
        for (int start = 0; start < _size; start += _classes)
        {
            distances.AddRange(_loss.Distances(y.AsSpan(start, _classes), t.AsSpan(start, _classes)));
        }

        return distances.Count == 0 ? double.PositiveInfinity : ReferenceLayer.RelativeDistance([.. distances]);
    }

    /// <summary>The gradient of the value, times <paramref name="scale"/>.</summary>
    public double[] Derive(double[] y, ReferenceBatch batch, int sample, double scale, double[] rowWeights)
    {
        double[] t = Targets(batch, sample);
        double[] dy = new double[_size];
        for (int start = 0; start < _size; start += _classes)
        {
            _loss.Derive(y.AsSpan(start, _classes), t.AsSpan(start, _classes), dy.AsSpan(start, _classes));
        }

        return [.. dy.Select((value, i) => Weight * value * scale * rowWeights[i / _classes] * _classes / _size)];
    }

    private bool IsIgnored(ReferenceBatch batch, int sample, int row) =>
        IgnoreClass is int ignored && batch.Labels[(sample * Known.PerSample) + Known.First + row] == ignored;

    private double[] Targets(ReferenceBatch batch, int sample)
    {
        int place = (sample * Known.PerSample) + Known.First;
        if (!TakesLabels)
        {
            return batch.Targets.AsSpan(place, _size).ToArray();
        }

        double[] oneHot = new double[_size];
        for (int row = 0; row < KnownSize; row++)
        {
            if (!IsIgnored(batch, sample, row))
            {
                oneHot[(row * _classes) + batch.Labels[place + row]] = 1;
            }
        }

        return oneHot;
    }
}
