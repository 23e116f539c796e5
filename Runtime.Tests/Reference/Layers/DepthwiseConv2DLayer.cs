using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y[oy, ox, c * M + m] = b[c * M + m] + sum x[iy, ix, c] w[ky, kx, c, m]</c> over the taps: each channel for itself.</summary>
internal sealed class DepthwiseConv2DLayer(WindowAxis rows, WindowAxis columns, IReadOnlyList<ReferenceTensor> weights)
    : SingleInputLayer([rows.Output, columns.Output, weights[0].Shape[2] * weights[0].Shape[3]])
{
    private readonly int _channels = weights[0].Shape[2];
    private readonly int _multiplier = weights[0].Shape[3];

    public override IReadOnlyList<ReferenceTensor> Weights => weights;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        Read(attribute, inputShapes[0], attribute.Value("UseBias", true));

    public static DepthwiseConv2DLayer Read(AttributeArguments attribute, int[] shape, bool hasBias)
    {
        int[] kernel = attribute.NumberOrPair("kernelSize", 0);
        int[] strides = attribute.PerAxis("Strides", [1, 1]);
        int[] dilation = attribute.PerAxis("DilationRate", [1, 1]);
        Padding padding = attribute.Value("Padding", Padding.Valid);
        int multiplier = attribute.Value("DepthMultiplier", 1);
        List<ReferenceTensor> weights =
            [new("kernel", [kernel[0], kernel[1], shape[2], multiplier], attribute.Value("DepthwiseL1", 0.0), attribute.Value("DepthwiseL2", 0.0))];
        if (hasBias)
        {
            weights.Add(KernelAndBias.Bias(attribute, shape[2] * multiplier));
        }

        return new DepthwiseConv2DLayer(
            new WindowAxis(shape[0], kernel[0], strides[0], dilation[0], padding),
            new WindowAxis(shape[1], kernel[1], strides[1], dilation[1], padding),
            weights);
    }

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        int outputs = _channels * _multiplier;
        for (int i = 0; i < y.Length && weights.Count > 1; i++)
        {
            y[i] = w[weights[0].Length + (i % outputs)];
        }

        foreach ((int pixel, int output, int tap) in WindowPairs.Of(rows, columns))
        {
            for (int k = 0; k < outputs; k++)
            {
                y[(output * outputs) + k] += x[(pixel * _channels) + (k / _multiplier)] * w[(tap * outputs) + k];
            }
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        int outputs = _channels * _multiplier;
        foreach ((int pixel, int output, int tap) in WindowPairs.Of(rows, columns))
        {
            for (int k = 0; k < outputs; k++)
            {
                int from = (pixel * _channels) + (k / _multiplier);
                dx[from] += dy[(output * outputs) + k] * w[(tap * outputs) + k];
                dw[(tap * outputs) + k] += dy[(output * outputs) + k] * x[from];
            }
        }

        for (int i = 0; i < dy.Length && weights.Count > 1; i++)
        {
            dw[weights[0].Length + (i % outputs)] += dy[i];
        }

        return dx;
    }
}
