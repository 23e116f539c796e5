using System;
using System.Linq;

namespace StaticNets.Tests.Reference.Activations;

/// <summary>The projection on the simplex over rows of the last axis, by Keras' formula: with the values sorted.</summary>
internal static class SparsemaxFunction
{
    public static double[] Forward(double[] x, int classes) => [.. x.Chunk(classes).SelectMany(Differences).Select(value => Math.Max(value, 0))];

    public static double[] Backward(double[] y, double[] dy, int classes)
    {
        double[] dx = new double[y.Length];
        for (int row = 0; row < y.Length; row += classes)
        {
            int[] above = [.. Enumerable.Range(row, classes).Where(k => y[k] > 0)];
            double mean = above.Average(k => dy[k]);
            foreach (int k in above)
            {
                dx[k] = dy[k] - mean;
            }
        }

        return dx;
    }

    /// <summary>How clearly it is decided which values are above the threshold.</summary>
    public static double Margin(double[] x, int classes) =>
        classes == 1 ? double.PositiveInfinity : x.Chunk(classes).Min(row => ReferenceLayer.RelativeDistance(Differences(row)));

    /// <summary>The row less its threshold (the sum of the k largest - 1) / k, for the largest k whose smallest value is above it.</summary>
    private static double[] Differences(double[] row)
    {
        double[] sorted = [.. row.OrderDescending()];
        double threshold = 0;
        for (int k = 1; k <= sorted.Length; k++)
        {
            double candidate = (sorted.Take(k).Sum() - 1) / k;
            threshold = sorted[k - 1] > candidate ? candidate : threshold;
        }

        return [.. row.Select(value => value - threshold)];
    }
}
