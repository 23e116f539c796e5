using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A window over height and width that each channel has to itself. A sequence has one row.</summary>
internal abstract class Pooling2DLayer(WindowAxis rows, WindowAxis columns, int[] outputShape) : SingleInputLayer(outputShape)
{
    private readonly int _channels = outputShape[^1];

    protected static WindowAxis OneRow => new(1, 1, 1, 1, Padding.Valid);

    protected static WindowAxis ReadSteps(AttributeArguments attribute, int[] shape, int defaultSize)
    {
        int size = attribute.Value("poolSize", defaultSize);
        return new WindowAxis(shape[0], size, attribute.Value("Strides", size), 1, attribute.Value("Padding", Padding.Valid));
    }

    protected static (WindowAxis Rows, WindowAxis Columns) ReadWindow(AttributeArguments attribute, int[] shape, int defaultSize)
    {
        int[] size = attribute.NumberOrPair("poolSize", defaultSize);
        int[] strides = attribute.PerAxis("Strides", size);
        Padding padding = attribute.Value("Padding", Padding.Valid);
        return (new WindowAxis(shape[0], size[0], strides[0], 1, padding), new WindowAxis(shape[1], size[1], strides[1], 1, padding));
    }

    protected sealed override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Pool(x, Window(i));
        }

        return y;
    }

    protected sealed override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
        {
            Spread(x, Window(i), dy[i], dx);
        }

        return dx;
    }

    protected abstract double Pool(double[] x, List<int> window);

    protected abstract void Spread(double[] x, List<int> window, double dy, double[] dx);

    /// <summary>The inputs of one output in row order, without padding.</summary>
    protected List<int> Window(int output)
    {
        int c = output % _channels;
        int ox = output / _channels % columns.Output;
        int oy = output / _channels / columns.Output;
        List<int> window = [];
        for (int ky = 0; ky < rows.Taps; ky++)
        {
            for (int kx = 0; kx < columns.Taps; kx++)
            {
                int iy = rows.Position(oy, ky);
                int ix = columns.Position(ox, kx);
                if (iy >= 0 && ix >= 0)
                {
                    window.Add((((iy * columns.Input) + ix) * _channels) + c);
                }
            }
        }

        return window;
    }
}
