using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A merge value by value; an input's axis of size 1, or one missing in front, is repeated.</summary>
/// <param name="inputShapes">The inputs' shapes.</param>
/// <param name="value">The value from the inputs' values.</param>
/// <param name="derivatives">Its derivative by each.</param>
/// <param name="isExtreme">Whether the derivative jumps where two inputs are equal.</param>
internal sealed class ElementwiseMergeLayer(
    IReadOnlyList<int[]> inputShapes, Func<double[], double> value, Func<double[], double[]> derivatives, bool isExtreme = false)
    : ReferenceLayer(inputShapes.Aggregate(Common))
{
    private readonly int[][] _sources = [.. inputShapes.Select(shape => Sources(shape, inputShapes.Aggregate(Common)))];

    public static ReferenceLayer ReadAdd(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ElementwiseMergeLayer(inputShapes, x => x.Sum(), x => [.. x.Select(_ => 1.0)]);

    public static ReferenceLayer ReadSubtract(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ElementwiseMergeLayer(inputShapes, x => x[0] - x[1], _ => [1, -1]);

    public static ReferenceLayer ReadMultiply(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ElementwiseMergeLayer(
            inputShapes, x => x.Aggregate((a, b) => a * b), x => [.. x.Select((_, i) => x.Where((_, j) => j != i).Aggregate((a, b) => a * b))]);

    public static ReferenceLayer ReadAverage(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ElementwiseMergeLayer(inputShapes, x => x.Average(), x => [.. x.Select(_ => 1.0 / x.Length)]);

    public static ReferenceLayer ReadMaximum(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ElementwiseMergeLayer(inputShapes, x => x.Max(), x => First(x, x.Max()), isExtreme: true);

    public static ReferenceLayer ReadMinimum(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ElementwiseMergeLayer(inputShapes, x => x.Min(), x => First(x, x.Min()), isExtreme: true);

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => [.. Enumerable.Range(0, OutputSize).Select(o => value(At(x, o)))];

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[][] dx = [.. x.Select(input => new double[input.Length])];
        for (int o = 0; o < dy.Length; o++)
        {
            double[] derivative = derivatives(At(x, o));
            for (int i = 0; i < dx.Length; i++)
            {
                dx[i][_sources[i][o]] += dy[o] * derivative[i];
            }
        }

        return dx;
    }

    /// <summary>The smallest distance of two different inputs. Exact ties don't count: they are ties in float too.</summary>
    public override double Margin(double[][] x)
    {
        if (!isExtreme)
        {
            return double.PositiveInfinity;
        }

        double least = Enumerable.Range(0, OutputSize)
            .SelectMany(o => At(x, o).SelectMany((a, i) => At(x, o).Skip(i + 1).Select(b => Math.Abs(a - b))))
            .Where(distance => distance > 0)
            .DefaultIfEmpty(double.PositiveInfinity).Min();
        return least / x.Max(input => input.Max(Math.Abs));
    }

    private double[] At(double[][] x, int output) => [.. x.Select((input, i) => input[_sources[i][output]])];

    private static double[] First(double[] x, double extreme)
    {
        double[] derivative = new double[x.Length];
        derivative[Array.IndexOf(x, extreme)] = 1;
        return derivative;
    }

    private static int[] Common(int[] a, int[] b)
    {
        int rank = Math.Max(a.Length, b.Length);
        int[] longA = [.. Enumerable.Repeat(1, rank - a.Length), .. a];
        int[] longB = [.. Enumerable.Repeat(1, rank - b.Length), .. b];
        return [.. longA.Zip(longB, (x, y) => x == y || y == 1 ? x : x == 1 ? y : throw new ArgumentException("The shapes differ."))];
    }

    /// <summary>For each output, the place of the input's value.</summary>
    private static int[] Sources(int[] shape, int[] output)
    {
        int[] sources = new int[Shapes.Size(output)];
        for (int o = 0; o < sources.Length; o++)
        {
            int rest = o;
            int stride = 1;
            for (int axis = output.Length - 1; axis >= 0; axis--)
            {
                int own = axis - (output.Length - shape.Length);
                int size = own < 0 ? 1 : shape[own];
                sources[o] += size == 1 ? 0 : rest % output[axis] * stride;
                stride *= size;
                rest /= output[axis];
            }
        }

        return sources;
    }
}
