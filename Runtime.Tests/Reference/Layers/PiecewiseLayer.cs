using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>ReLU, LeakyReLU and ELU with their parameters: a function of each value and its derivative, which jumps at <paramref name="jumps"/>.</summary>
internal sealed class PiecewiseLayer(int[] shape, Func<double, double> function, Func<double, double> derivative, double[] jumps) : SingleInputLayer(shape)
{
    public static ReferenceLayer ReadReLU(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        double highest = attribute.Value("MaxValue", double.PositiveInfinity);
        double slope = attribute.Value("NegativeSlope", 0.0);
        double threshold = attribute.Value("Threshold", 0.0);
        return new PiecewiseLayer(
            inputShapes[0],
            x => x > threshold ? Math.Min(x, highest) : slope * (x - threshold),
            x => x <= threshold ? slope : x < highest ? 1 : 0,
            [threshold, highest]);
    }

    public static ReferenceLayer ReadLeakyReLU(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        double slope = attribute.Value("NegativeSlope", 0.3);
        return new PiecewiseLayer(inputShapes[0], x => x >= 0 ? x : slope * x, x => x >= 0 ? 1 : slope, [0]);
    }

    public static ReferenceLayer ReadELU(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        double alpha = attribute.Value("Alpha", 1.0);
        return new PiecewiseLayer(inputShapes[0], x => x > 0 ? x : alpha * (Math.Exp(x) - 1), x => x > 0 ? 1 : alpha * Math.Exp(x), alpha == 1 ? [] : [0]);
    }

    public override double Margin(double[][] x) => RelativeDistance(x[0], jumps);

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => [.. Array.ConvertAll(x, value => function(value))];

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        for (int i = 0; i < dx.Length; i++)
        {
            dx[i] = dy[i] * derivative(x[i]);
        }

        return dx;
    }
}
