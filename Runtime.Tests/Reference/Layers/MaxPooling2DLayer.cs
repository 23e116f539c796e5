using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The largest value of each window; of equal ones the first in row order takes the gradient.</summary>
internal sealed class MaxPooling2DLayer(WindowAxis rows, WindowAxis columns, int[] outputShape) : Pooling2DLayer(rows, columns, outputShape)
{
    public static ReferenceLayer Read1D(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        WindowAxis steps = ReadSteps(attribute, inputShapes[0], defaultSize: 2);
        return new MaxPooling2DLayer(OneRow, steps, [steps.Output, inputShapes[0][1]]);
    }

    public static ReferenceLayer Read2D(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        (WindowAxis rows, WindowAxis columns) = ReadWindow(attribute, inputShapes[0], defaultSize: 2);
        return new MaxPooling2DLayer(rows, columns, [rows.Output, columns.Output, inputShapes[0][2]]);
    }

    public override double Margin(double[][] x) => SmallestLead(x[0]) / x[0].Max(Math.Abs);

    /// <summary>
    /// The smallest lead of a maximum over the next value of its window. Exact ties don't count: they are ties in float too.
    /// </summary>
    private double SmallestLead(double[] x) =>
        Enumerable.Range(0, OutputSize)
            .Select(Window)
            .SelectMany(window => window.Select(i => x[First(x, window)] - x[i]))
            .Where(lead => lead > 0)
            .DefaultIfEmpty(double.PositiveInfinity).Min();

    protected override double Pool(double[] x, List<int> window) => x[First(x, window)];

    protected override void Spread(double[] x, List<int> window, double dy, double[] dx) => dx[First(x, window)] += dy;

    private static int First(double[] x, List<int> window)
    {
        int best = window[0];
        foreach (int i in window)
        {
            if (x[i] > x[best])
            {
                best = i;
            }
        }

        return best;
    }
}
