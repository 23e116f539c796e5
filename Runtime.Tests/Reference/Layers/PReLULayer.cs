using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>max(x, 0) - alpha max(-x, 0), with alpha of size 1 along the shared axes.</summary>
internal sealed class PReLULayer(int[] shape, ReferenceTensor alpha) : SingleInputLayer(shape)
{
    public override IReadOnlyList<ReferenceTensor> Weights => [alpha];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] sharedAxes = attribute.Given("SharedAxes") ? attribute.Integers("SharedAxes") : [];
        int[] shape = [.. inputShapes[0].Select((size, axis) => sharedAxes.Contains(axis + 1) ? 1 : size)];
        return new PReLULayer(inputShapes[0], new ReferenceTensor("alpha", shape, attribute.Value("AlphaL1", 0.0), attribute.Value("AlphaL2", 0.0)));
    }

    public override double Margin(double[][] x) => RelativeDistance(x[0]);

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = Math.Max(x[i], 0) - (w[AlphaOf(i)] * Math.Max(-x[i], 0));
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        for (int i = 0; i < dx.Length; i++)
        {
            dx[i] = dy[i] * (x[i] < 0 ? w[AlphaOf(i)] : 1);
            dw[AlphaOf(i)] += dy[i] * Math.Min(x[i], 0);
        }

        return dx;
    }

    /// <summary>Where in alpha the factor of a value stands.</summary>
    private int AlphaOf(int index)
    {
        int place = 0;
        int step = 1;
        for (int axis = OutputShape.Length - 1; axis >= 0; axis--)
        {
            int coordinate = index % OutputShape[axis];
            index /= OutputShape[axis];
            place += alpha.Shape[axis] == 1 ? 0 : coordinate * step;
            step *= alpha.Shape[axis];
        }

        return place;
    }
}
