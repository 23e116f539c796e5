using System;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The mean of the steps of the first input where all others are not 0; 0 where there is none.</summary>
internal sealed class MaskedAverageLayer(int[] inputShape, int[] outputShape) : ReferenceLayer(outputShape)
{
    private readonly int _channels = inputShape[1];

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        double[] shares = Shares(x);
        double[] y = new double[_channels];
        for (int i = 0; i < x[0].Length; i++)
        {
            y[i % _channels] += x[0][i] * shares[i / _channels];
        }

        return y;
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] shares = Shares(x);
        double[][] dx = [.. x.Select(values => new double[values.Length])];
        for (int i = 0; i < dx[0].Length; i++)
        {
            dx[0][i] = dy[i % _channels] * shares[i / _channels];
        }

        return dx;
    }

    private double[] Shares(double[][] x)
    {
        bool[] counts = [.. Enumerable.Range(0, inputShape[0]).Select(t => x.Skip(1).All(mask => mask[t] != 0))];
        int count = counts.Count(isCounted => isCounted);
        return [.. counts.Select(isCounted => isCounted ? 1.0 / count : 0)];
    }
}
