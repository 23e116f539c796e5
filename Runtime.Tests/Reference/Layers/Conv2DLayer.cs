using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y[oy, ox, k] = b[k] + sum x[iy, ix, c] w[ky, kx, c, k]</c>: a cross-correlation, the kernel is not flipped. With groups, c counts within that of k.</summary>
internal sealed class Conv2DLayer(WindowAxis rows, WindowAxis columns, int groups, IReadOnlyList<ReferenceTensor> weights)
    : SingleInputLayer([rows.Output, columns.Output, weights[0].Shape[3]])
{
    private readonly int _channels = weights[0].Shape[2];
    private readonly int _filters = weights[0].Shape[3];
    private readonly bool _hasBias = weights.Count > 1;

    public override IReadOnlyList<ReferenceTensor> Weights => weights;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] shape = inputShapes[0];
        int[] kernel = attribute.NumberOrPair("kernelSize", 0);
        int groups = attribute.Value("Groups", 1);
        int[] strides = attribute.PerAxis("Strides", [1, 1]);
        int[] dilation = attribute.PerAxis("DilationRate", [1, 1]);
        Padding padding = attribute.Value("Padding", Padding.Valid);
        return new Conv2DLayer(
            new WindowAxis(shape[0], kernel[0], strides[0], dilation[0], padding),
            new WindowAxis(shape[1], kernel[1], strides[1], dilation[1], padding),
            groups,
            KernelAndBias.Read(attribute, [kernel[0], kernel[1], shape[2] / groups, attribute.Value("filters", 0)]));
    }

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        if (_hasBias)
        {
            for (int i = 0; i < y.Length; i++)
            {
                y[i] = w[BiasOffset + (i % _filters)];
            }
        }

        foreach ((int pixel, int output, int tap) in Products())
        {
            for (int group = 0; group < groups; group++)
            {
                for (int c = 0; c < _channels; c++)
                {
                    double value = x[pixel + (group * _channels) + c];
                    ReadOnlySpan<double> wc = w.Slice(tap + (c * _filters) + (group * Filters), Filters);
                    Span<double> yg = y.AsSpan(output + (group * Filters), Filters);
                    for (int k = 0; k < wc.Length; k++)
                    {
                        yg[k] += value * wc[k];
                    }
                }
            }
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        foreach ((int pixel, int output, int tap) in Products())
        {
            for (int group = 0; group < groups; group++)
            {
                ReadOnlySpan<double> dyg = dy.AsSpan(output + (group * Filters), Filters);
                for (int c = 0; c < _channels; c++)
                {
                    int place = pixel + (group * _channels) + c;
                    int first = tap + (c * _filters) + (group * Filters);
                    ReadOnlySpan<double> wc = w.Slice(first, Filters);
                    Span<double> dwc = dw.Slice(first, Filters);
                    for (int k = 0; k < dyg.Length; k++)
                    {
                        dx[place] += dyg[k] * wc[k];
                        dwc[k] += dyg[k] * x[place];
                    }
                }
            }
        }

        if (_hasBias)
        {
            for (int i = 0; i < dy.Length; i++)
            {
                dw[BiasOffset + (i % _filters)] += dy[i];
            }
        }

        return dx;
    }

    /// <summary>The filters of a group.</summary>
    private int Filters => _filters / groups;

    private int BiasOffset => weights[0].Length;

    /// <summary>Where each input pixel, output pixel and kernel tap that meet begin in their arrays.</summary>
    private IEnumerable<(int Pixel, int Output, int Tap)> Products() => WindowPairs.Of(rows, columns)
        .Select(pair => (pair.Pixel * _channels * groups, pair.Output * _filters, pair.Tap * _channels * _filters));
}
