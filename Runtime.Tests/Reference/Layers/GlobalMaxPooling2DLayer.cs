using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The largest value over all positions of an image or a sequence; of equal ones the first takes the gradient.</summary>
internal sealed class GlobalMaxPooling2DLayer(int[] inputShape, bool keepDims)
    : SingleInputLayer(keepDims ? [.. inputShape[1..].Select(_ => 1), inputShape[^1]] : [inputShape[^1]])
{
    private readonly int _positions = Shapes.Size(inputShape[..^1]);
    private readonly int _channels = inputShape[^1];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new GlobalMaxPooling2DLayer(inputShapes[0], attribute.Value("KeepDims", false));

    /// <summary>The smallest lead of a maximum over the next value. Exact ties don't count: they are ties in float too.</summary>
    public override double Margin(double[][] x) =>
        Enumerable.Range(0, _channels)
            .SelectMany(c => Enumerable.Range(0, _positions).Select(p => x[0][Best(x[0], c)] - x[0][(p * _channels) + c]))
            .Where(lead => lead > 0)
            .DefaultIfEmpty(double.PositiveInfinity).Min() / x[0].Max(Math.Abs);

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => [.. Enumerable.Range(0, _channels).Select(c => x[Best(x, c)])];

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        for (int c = 0; c < _channels; c++)
        {
            dx[Best(x, c)] = dy[c];
        }

        return dx;
    }

    private int Best(double[] x, int c)
    {
        int best = c;
        for (int i = c; i < x.Length; i += _channels)
        {
            if (x[i] > x[best])
            {
                best = i;
            }
        }

        return best;
    }
}
