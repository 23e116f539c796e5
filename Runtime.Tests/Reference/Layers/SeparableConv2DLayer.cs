using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A depthwise convolution without bias, and <c>y[oy, ox, k] = b[k] + sum z[oy, ox, c] w[c, k]</c> of its results z.</summary>
internal sealed class SeparableConv2DLayer(DepthwiseConv2DLayer depthwise, ReferenceTensor[] pointwise)
    : SingleInputLayer([depthwise.OutputShape[0], depthwise.OutputShape[1], pointwise[0].Shape[3]])
{
    private readonly int _channels = pointwise[0].Shape[2];
    private readonly int _filters = pointwise[0].Shape[3];
    private readonly int _place = depthwise.Weights[0].Length;

    public override IReadOnlyList<ReferenceTensor> Weights => [.. depthwise.Weights.Select(kernel => kernel with { Name = "depthwise_kernel" }), .. pointwise];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        DepthwiseConv2DLayer depthwise = DepthwiseConv2DLayer.Read(attribute, inputShapes[0], hasBias: false);
        int filters = attribute.Value("filters", 0);
        ReferenceTensor kernel = new(
            "pointwise_kernel", [1, 1, depthwise.OutputShape[2], filters], attribute.Value("PointwiseL1", 0.0), attribute.Value("PointwiseL2", 0.0));
        return new SeparableConv2DLayer(depthwise, attribute.Value("UseBias", true) ? [kernel, KernelAndBias.Bias(attribute, filters)] : [kernel]);
    }

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] z = depthwise.Forward([x], w[.._place]);
        double[] y = new double[OutputSize];
        for (int i = 0; i < y.Length; i++)
        {
            int k = i % _filters;
            y[i] = pointwise.Length > 1 ? w[_place + pointwise[0].Length + k] : 0;
            for (int c = 0; c < _channels; c++)
            {
                y[i] += z[(i / _filters * _channels) + c] * w[_place + (c * _filters) + k];
            }
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] z = depthwise.Forward([x], w[.._place]);
        double[] dz = new double[z.Length];
        for (int i = 0; i < dy.Length; i++)
        {
            int k = i % _filters;
            if (pointwise.Length > 1)
            {
                dw[_place + pointwise[0].Length + k] += dy[i];
            }

            for (int c = 0; c < _channels; c++)
            {
                int from = (i / _filters * _channels) + c;
                dz[from] += dy[i] * w[_place + (c * _filters) + k];
                dw[_place + (c * _filters) + k] += dy[i] * z[from];
            }
        }

        return depthwise.Backward([x], z, dz, w[.._place], dw[.._place])[0];
    }
}
