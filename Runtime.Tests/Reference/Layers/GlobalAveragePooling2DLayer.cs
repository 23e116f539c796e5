using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The mean over all positions of an image or a sequence.</summary>
internal sealed class GlobalAveragePooling2DLayer(int[] inputShape, bool keepDims)
    : SingleInputLayer(keepDims ? [.. inputShape[1..].Select(_ => 1), inputShape[^1]] : [inputShape[^1]])
{
    private readonly int _pixels = Shapes.Size(inputShape[..^1]);
    private readonly int _channels = inputShape[^1];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new GlobalAveragePooling2DLayer(inputShapes[0], attribute.Value("KeepDims", false));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[_channels];
        for (int i = 0; i < x.Length; i++)
        {
            y[i % _channels] += x[i] / _pixels;
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        for (int i = 0; i < dx.Length; i++)
        {
            dx[i] = dy[i % _channels] / _pixels;
        }

        return dx;
    }
}
