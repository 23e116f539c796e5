using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>All dot products of the rows along one axis of each input, which may be normalized first.</summary>
internal sealed class DotLayer(int[] outputShape, int[][] rows, int[][] columns, bool normalizes) : ReferenceLayer(outputShape)
{
    private const double SmallestLength = 1e-7;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int written = attribute.Value("Axes", -1);
        int[] axes = attribute.Given("AxesPerInput") ? attribute.Integers("AxesPerInput") : [written, written];
        int[] places = [.. axes.Select((axis, i) => axis < 0 ? inputShapes[i].Length + axis : axis - 1)];
        int[] rest = [.. inputShapes.SelectMany((shape, i) => shape.Where((_, axis) => axis != places[i]))];
        return new DotLayer(
            rest.Length == 0 ? [1] : rest, Rows(inputShapes[0], places[0]), Rows(inputShapes[1], places[1]), attribute.Value("Normalize", false));
    }

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        double[][] a = Values(x[0], rows);
        double[][] b = Values(x[1], columns);
        return [.. a.SelectMany(row => b.Select(column => row.Zip(column, (p, q) => p * q).Sum()))];
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[][] a = Values(x[0], rows);
        double[][] b = Values(x[1], columns);
        double[][] da = [.. a.Select((row, r) => Combine(b, c => dy[(r * b.Length) + c], row.Length))];
        double[][] db = [.. b.Select((column, c) => Combine(a, r => dy[(r * b.Length) + c], column.Length))];
        return [Scatter(x[0], rows, a, da), Scatter(x[1], columns, b, db)];
    }

    private double[][] Values(double[] x, int[][] places) =>
        [.. places.Select(row => row.Select(place => x[place] / Length(x, row)).ToArray())];

    private double Length(double[] x, int[] row) => normalizes ? Math.Max(SmallestLength, Math.Sqrt(row.Sum(place => x[place] * x[place]))) : 1;

    private static double[] Combine(double[][] vectors, Func<int, double> share, int depth) =>
        [.. Enumerable.Range(0, depth).Select(k => vectors.Select((vector, i) => vector[k] * share(i)).Sum())];

    /// <summary>The input's gradient from that of its rows: a unit row's has no part along the row.</summary>
    private double[] Scatter(double[] x, int[][] places, double[][] values, double[][] gradients)
    {
        double[] dx = new double[x.Length];
        for (int r = 0; r < places.Length; r++)
        {
            double along = normalizes ? values[r].Zip(gradients[r], (value, gradient) => value * gradient).Sum() : 0;
            for (int k = 0; k < places[r].Length; k++)
            {
                dx[places[r][k]] += (gradients[r][k] - (along * values[r][k])) / Length(x, places[r]);
            }
        }

        return dx;
    }

    /// <summary>The places of the values of each row along an axis.</summary>
    private static int[][] Rows(int[] shape, int axis)
    {
        int inner = Shapes.Size(shape[(axis + 1)..]);
        int outer = Shapes.Size(shape[..axis]);
        return
        [
            .. Enumerable.Range(0, outer).SelectMany(o => Enumerable.Range(0, inner).Select(i =>
                Enumerable.Range(0, shape[axis]).Select(k => (((o * shape[axis]) + k) * inner) + i).ToArray())),
        ];
    }
}
