using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y[iy * s + ky * d - crop, …, k] += x[iy, ix, c] w[ky, kx, k, c]</c>, as far as that lies on y, which begins as the bias.</summary>
internal sealed class Conv2DTransposeLayer(TransposedAxis rows, TransposedAxis columns, IReadOnlyList<ReferenceTensor> weights)
    : SingleInputLayer([rows.Output, columns.Output, weights[0].Shape[2]])
{
    private readonly int _filters = weights[0].Shape[2];
    private readonly int _channels = weights[0].Shape[3];
    private readonly bool _hasBias = weights.Count > 1;

    public override IReadOnlyList<ReferenceTensor> Weights => weights;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] shape = inputShapes[0];
        int filters = attribute.Value("filters", 0);
        int[] kernel = attribute.NumberOrPair("kernelSize", 0);
        int[] strides = attribute.PerAxis("Strides", [1, 1]);
        int[] dilation = attribute.PerAxis("DilationRate", [1, 1]);
        int[] padding = attribute.PerAxis("OutputPadding", [-1, -1]);
        bool same = attribute.Value("Padding", Padding.Valid) == Padding.Same;
        List<ReferenceTensor> weights =
            [new("kernel", [kernel[0], kernel[1], filters, shape[2]], attribute.Value("L1", 0.0), attribute.Value("L2", 0.0))];
        if (attribute.Value("UseBias", true))
        {
            weights.Add(KernelAndBias.Bias(attribute, filters));
        }

        return new Conv2DTransposeLayer(
            new TransposedAxis(shape[0], kernel[0], strides[0], dilation[0], same, padding[0]),
            new TransposedAxis(shape[1], kernel[1], strides[1], dilation[1], same, padding[1]),
            weights);
    }

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        for (int i = 0; i < y.Length && _hasBias; i++)
        {
            y[i] = w[weights[0].Length + (i % _filters)];
        }

        foreach ((int pixel, int output, int tap) in Pairs())
        {
            for (int k = 0; k < _filters; k++)
            {
                for (int c = 0; c < _channels; c++)
                {
                    y[(output * _filters) + k] += x[(pixel * _channels) + c] * w[(((tap * _filters) + k) * _channels) + c];
                }
            }
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        foreach ((int pixel, int output, int tap) in Pairs())
        {
            for (int k = 0; k < _filters; k++)
            {
                for (int c = 0; c < _channels; c++)
                {
                    int weight = (((tap * _filters) + k) * _channels) + c;
                    dx[(pixel * _channels) + c] += dy[(output * _filters) + k] * w[weight];
                    dw[weight] += dy[(output * _filters) + k] * x[(pixel * _channels) + c];
                }
            }
        }

        for (int i = 0; i < dy.Length && _hasBias; i++)
        {
            dw[weights[0].Length + (i % _filters)] += dy[i];
        }

        return dx;
    }

    private IEnumerable<(int Pixel, int Output, int Tap)> Pairs() =>
        from row in rows.Pairs()
        from column in columns.Pairs()
        select ((row.Input * columns.Input) + column.Input, (row.Output * columns.Output) + column.Output, (row.Tap * columns.Taps) + column.Tap);
}
