using System;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Each output is one input, or 0.</summary>
/// <param name="outputShape">The output's shape.</param>
/// <param name="inputSize">The number of inputs.</param>
/// <param name="source">The input of each output, or -1.</param>
internal sealed class GatherLayer(int[] outputShape, int inputSize, int[] source) : SingleInputLayer(outputShape)
{
    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => [.. source.Select(i => i < 0 ? 0 : x[i])];

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[inputSize];
        for (int o = 0; o < source.Length; o++)
        {
            if (source[o] >= 0)
            {
                dx[source[o]] += dy[o];
            }
        }

        return dx;
    }
}
