using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>
/// Sets of a sample's values, each divided by its own root of something, after its mean was subtracted or not. <paramref name="setOf"/> tells the set of a value.
/// </summary>
internal sealed class NormalizationLayer(int[] shape, Func<int, int> setOf, Normalizer normalizer, double epsilon, ScaleAndCenter weights) : SingleInputLayer(shape)
{
    public override IReadOnlyList<ReferenceTensor> Weights => weights.Weights;

    public static ReferenceLayer ReadLayer(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] rows = Axes(attribute, inputShapes[0]);
        int size = Shapes.Size(rows);
        return new NormalizationLayer(
            inputShapes[0], i => i / size, Normalizer.Variance, attribute.Value("Epsilon", 1e-3), ScaleAndCenter.Read(attribute, rows));
    }

    public static ReferenceLayer ReadGroup(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int channels = inputShapes[0][^1];
        int groups = attribute.Value("groups", 32);
        int size = groups == -1 ? 1 : channels / groups;
        return new NormalizationLayer(
            inputShapes[0], i => i % channels / size, Normalizer.Variance, attribute.Value("Epsilon", 1e-3), ScaleAndCenter.Read(attribute, [channels]));
    }

    public static ReferenceLayer ReadRms(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] rows = Axes(attribute, inputShapes[0]);
        int size = Shapes.Size(rows);
        return new NormalizationLayer(
            inputShapes[0], i => i / size, Normalizer.MeanSquare, attribute.Value("Epsilon", 1e-6), new ScaleAndCenter(rows, new ReferenceTensor("scale", rows), null));
    }

    public static ReferenceLayer ReadUnit(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] rows = Axes(attribute, inputShapes[0]);
        int size = Shapes.Size(rows);
        return new NormalizationLayer(inputShapes[0], i => i / size, Normalizer.SquareSum, 1e-24, new ScaleAndCenter(rows, null, null));
    }

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => weights.Forward(Normalize(x, out _), w);

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] xh = Normalize(x, out double[] divisors);
        double[] dxh = weights.Backward(xh, dy, w, dw);
        double[] dx = new double[x.Length];
        foreach (IGrouping<int, int> set in Sets(x))
        {
            int count = set.Count();
            double sum = set.Sum(i => dxh[i]);
            double product = set.Sum(i => dxh[i] * xh[i]);
            foreach (int i in set)
            {
                dx[i] = (dxh[i] - normalizer switch
                {
                    Normalizer.Variance => (sum + (xh[i] * product)) / count,
                    Normalizer.MeanSquare => xh[i] * product / count,
                    _ => divisors[i] * divisors[i] > epsilon ? xh[i] * product : 0,
                }) / divisors[i];
            }
        }

        return dx;
    }

    private static int[] Axes(AttributeArguments attribute, int[] shape) => attribute.Given("Axes") ? shape[^attribute.Integers("Axes").Length..] : shape[^1..];

    private double[] Normalize(double[] x, out double[] divisors)
    {
        double[] xh = new double[x.Length];
        divisors = new double[x.Length];
        foreach (IGrouping<int, int> set in Sets(x))
        {
            double mean = normalizer == Normalizer.Variance ? set.Average(i => x[i]) : 0;
            double squares = set.Sum(i => (x[i] - mean) * (x[i] - mean));
            double divisor = Math.Sqrt(normalizer == Normalizer.SquareSum ? Math.Max(squares, epsilon) : (squares / set.Count()) + epsilon);
            foreach (int i in set)
            {
                xh[i] = (x[i] - mean) / divisor;
                divisors[i] = divisor;
            }
        }

        return xh;
    }

    private IEnumerable<IGrouping<int, int>> Sets(double[] x) => Enumerable.Range(0, x.Length).GroupBy(setOf);
}

/// <summary>What values are divided by: the root of the variance, of the mean square, or of the sum of squares.</summary>
internal enum Normalizer
{
    Variance,
    MeanSquare,
    SquareSum,
}
