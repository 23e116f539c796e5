using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y[o, k] = b[k] + sum x[i, c] w[t, c, k]</c>: a cross-correlation, the kernel is not flipped. With groups, c counts within that of k.</summary>
internal sealed class Conv1DLayer(WindowAxis steps, int groups, IReadOnlyList<ReferenceTensor> weights) : SingleInputLayer([steps.Output, weights[0].Shape[2]])
{
    private readonly int _channels = weights[0].Shape[1];
    private readonly int _filters = weights[0].Shape[2];

    public override IReadOnlyList<ReferenceTensor> Weights => weights;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] shape = inputShapes[0];
        int taps = attribute.Value("kernelSize", 0);
        int groups = attribute.Value("Groups", 1);
        return new Conv1DLayer(
            new WindowAxis(shape[0], taps, attribute.Value("Strides", 1), attribute.Value("DilationRate", 1), attribute.Value("Padding", Padding.Valid)),
            groups,
            KernelAndBias.Read(attribute, [taps, shape[1] / groups, attribute.Value("filters", 0)]));
    }

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        foreach ((int input, int output, int tap) in Products())
        {
            y[output] += x[input] * w[tap];
        }

        for (int i = 0; HasBias && i < y.Length; i++)
        {
            y[i] += w[weights[0].Length + (i % _filters)];
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        foreach ((int input, int output, int tap) in Products())
        {
            dx[input] += dy[output] * w[tap];
            dw[tap] += dy[output] * x[input];
        }

        for (int i = 0; HasBias && i < dy.Length; i++)
        {
            dw[weights[0].Length + (i % _filters)] += dy[i];
        }

        return dx;
    }

    private bool HasBias => weights.Count > 1;

    /// <summary>Which input value, output value and kernel weight meet.</summary>
    private IEnumerable<(int Input, int Output, int Weight)> Products()
    {
        for (int o = 0; o < steps.Output; o++)
        {
            for (int t = 0; t < steps.Taps; t++)
            {
                int i = steps.Position(o, t);
                for (int c = 0; i >= 0 && c < _channels; c++)
                {
                    for (int k = 0; k < _filters; k++)
                    {
                        int group = k / (_filters / groups);
                        yield return ((((i * groups) + group) * _channels) + c, (o * _filters) + k, (((t * _channels) + c) * _filters) + k);
                    }
                }
            }
        }
    }
}
