using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Normalizes each channel: in training over the batch and all positions, else by the moving averages.</summary>
internal sealed class BatchNormalizationLayer(
    int[] shape, IReadOnlyList<ReferenceTensor> weights, double epsilon, double momentum) : ReferenceLayer(shape)
{
    private readonly int _channels = shape[^1];

    public double Momentum => momentum;

    /// <summary>Whether training, too, goes by the moving averages.</summary>
    public bool IsFrozen { get; set; }

    public override IReadOnlyList<ReferenceTensor> Weights => weights;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] channels = [inputShapes[0][^1]];
        List<ReferenceTensor> weights = [];
        if (attribute.Value("Scale", true))
        {
            weights.Add(new("gamma", channels, attribute.Value("GammaL1", 0.0), attribute.Value("GammaL2", 0.0)));
        }

        if (attribute.Value("Center", true))
        {
            weights.Add(new("beta", channels, attribute.Value("BetaL1", 0.0), attribute.Value("BetaL2", 0.0)));
        }

        weights.Add(new("moving_mean", channels) { IsTrainable = false });
        weights.Add(new("moving_variance", channels) { IsTrainable = false, IsPositive = true });
        return new BatchNormalizationLayer(inputShapes[0], weights, attribute.Value("Epsilon", 1e-3), attribute.Value("Momentum", 0.99));
    }

    public override double[][] ForwardBatch(double[][][] x, int count, ReadOnlySpan<double> w, bool training)
    {
        (double[] mean, double[] variance) = Statistics(x, w, training);
        double[][] y = [.. x[0].Select(sample => new double[sample.Length])];
        for (int n = 0; n < count; n++)
        {
            for (int i = 0; i < y[n].Length; i++)
            {
                int c = i % _channels;
                y[n][i] = ((x[0][n][i] - mean[c]) / Math.Sqrt(variance[c] + epsilon) * Weight(w, "gamma", c, 1)) + Weight(w, "beta", c, 0);
            }
        }

        return y;
    }

    public override double[][][] BackwardBatch(double[][][] x, double[][] y, double[][] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        (double[] mean, double[] variance) = Statistics(x, w, training: true);
        double[][] dx = [.. x[0].Select(sample => new double[sample.Length])];
        double count = Count(x);
        for (int c = 0; c < _channels; c++)
        {
            double inverse = 1 / Math.Sqrt(variance[c] + epsilon);
            double sum = 0;
            double slope = 0;
            double drift = 0; // 0 but for what masks add to the count
            foreach ((int n, int i) in Places(dy, c))
            {
                double normalized = (x[0][n][i] - mean[c]) * inverse;
                sum += dy[n][i];
                slope += dy[n][i] * normalized;
                drift += Counts(x, n, i) ? normalized : 0;
            }

            Add(dw, "gamma", c, slope);
            Add(dw, "beta", c, sum);
            foreach ((int n, int i) in Places(dy, c))
            {
                double normalized = (x[0][n][i] - mean[c]) * inverse;
                double ofStatistics = (sum + (slope * (normalized - (drift / count)))) / count;
                double free = IsFrozen || !Counts(x, n, i) ? dy[n][i] : dy[n][i] - ofStatistics;
                dx[n][i] = Weight(w, "gamma", c, 1) * inverse * free;
            }
        }

        return [dx, .. x.Skip(1).Select(mask => mask.Select(sample => new double[sample.Length]).ToArray())];
    }

    /// <summary>Mean and variance of each channel of a batch, the latter divided by the count: of the steps where all masks, the further inputs, are not 0.</summary>
    public (double[] Mean, double[] Variance) OfBatch(double[][][] x)
    {
        double[] mean = new double[_channels];
        double[] variance = new double[_channels];
        for (int c = 0; c < _channels; c++)
        {
            double[] values = [.. Places(x[0], c).Where(place => Counts(x, place.Sample, place.Element)).Select(place => x[0][place.Sample][place.Element])];
            mean[c] = values.Sum() / Count(x);
            variance[c] = values.Sum(value => (value - mean[c]) * (value - mean[c])) / Count(x);
        }

        return (mean, variance);
    }

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => throw new NotSupportedException();

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        throw new NotSupportedException();

    private bool Counts(double[][][] x, int sample, int element) => x.Skip(1).All(mask => mask[sample][(int)((long)(element / _channels) * mask[sample].Length / (OutputSize / _channels))] != 0);

    /// <summary>What sums are divided by: the steps that count and, where masks may leave none, 1e-7.</summary>
    private double Count(double[][][] x) =>
        Places(x[0], 0).Count(place => Counts(x, place.Sample, place.Element)) + (x.Length > 1 ? 1e-7 : 0);

    private (double[] Mean, double[] Variance) Statistics(double[][][] x, ReadOnlySpan<double> w, bool training)
    {
        if (training && !IsFrozen)
        {
            return OfBatch(x);
        }

        int moving = w.Length - (2 * _channels);
        return (w.Slice(moving, _channels).ToArray(), w.Slice(moving + _channels, _channels).ToArray());
    }

    private IEnumerable<(int Sample, int Element)> Places(double[][] values, int c)
    {
        for (int n = 0; n < values.Length; n++)
        {
            for (int i = c; i < values[n].Length; i += _channels)
            {
                yield return (n, i);
            }
        }
    }

    private double Weight(ReadOnlySpan<double> w, string name, int c, double otherwise)
    {
        int place = Place(name);
        return place < 0 ? otherwise : w[place + c];
    }

    private void Add(Span<double> dw, string name, int c, double value)
    {
        int place = Place(name);
        if (place >= 0)
        {
            dw[place + c] += value;
        }
    }

    private int Place(string name)
    {
        int offset = 0;
        foreach (ReferenceTensor tensor in weights)
        {
            if (tensor.Name == name)
            {
                return offset;
            }

            offset += tensor.Length;
        }

        return -1;
    }
}
