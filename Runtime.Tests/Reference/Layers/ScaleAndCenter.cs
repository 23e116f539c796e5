using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y = gamma xh + beta</c>, where a layer has normalized its values to xh; gamma and beta repeat where they are shorter.</summary>
internal sealed class ScaleAndCenter(int[] shape, ReferenceTensor? gamma, ReferenceTensor? beta)
{
    private readonly int _size = Shapes.Size(shape);

    public IReadOnlyList<ReferenceTensor> Weights { get; } = [.. new[] { gamma, beta }.OfType<ReferenceTensor>()];

    public static ScaleAndCenter Read(AttributeArguments attribute, int[] shape) => new(
        shape,
        attribute.Value("Scale", true) ? new ReferenceTensor("gamma", shape, attribute.Value("GammaL1", 0.0), attribute.Value("GammaL2", 0.0)) : null,
        attribute.Value("Center", true) ? new ReferenceTensor("beta", shape, attribute.Value("BetaL1", 0.0), attribute.Value("BetaL2", 0.0)) : null);

    public double[] Forward(double[] xh, ReadOnlySpan<double> w)
    {
        double[] y = new double[xh.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double scaled = gamma is null ? xh[i] : xh[i] * w[i % _size];
            y[i] = beta is null ? scaled : scaled + w[^(_size - (i % _size))];
        }

        return y;
    }

    /// <summary>The gradient of xh.</summary>
    public double[] Backward(double[] xh, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dxh = new double[xh.Length];
        for (int i = 0; i < dxh.Length; i++)
        {
            dxh[i] = gamma is null ? dy[i] : dy[i] * w[i % _size];
            if (gamma is not null)
            {
                dw[i % _size] += dy[i] * xh[i];
            }

            if (beta is not null)
            {
                dw[^(_size - (i % _size))] += dy[i];
            }
        }

        return dxh;
    }
}
