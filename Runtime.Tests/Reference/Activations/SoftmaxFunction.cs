using System;
using System.Linq;

namespace StaticNets.Tests.Reference.Activations;

/// <summary><c>exp(x - max) / sum</c> over rows of the last axis.</summary>
internal static class SoftmaxFunction
{
    public static double[] Forward(double[] x, int classes)
    {
        double[] y = new double[x.Length];
        for (int row = 0; row < x.Length; row += classes)
        {
            double maximum = x.Skip(row).Take(classes).Max();
            double sum = x.Skip(row).Take(classes).Sum(value => Math.Exp(value - maximum));
            for (int k = row; k < row + classes; k++)
            {
                y[k] = Math.Exp(x[k] - maximum) / sum;
            }
        }

        return y;
    }

    public static double[] ForwardLog(double[] x, int classes)
    {
        double[] y = new double[x.Length];
        for (int row = 0; row < x.Length; row += classes)
        {
            double maximum = x.Skip(row).Take(classes).Max();
            double logarithm = maximum + Math.Log(x.Skip(row).Take(classes).Sum(value => Math.Exp(value - maximum)));
            for (int k = row; k < row + classes; k++)
            {
                y[k] = x[k] - logarithm;
            }
        }

        return y;
    }

    public static double[] BackwardLog(double[] y, double[] dy, int classes)
    {
        double[] dx = new double[y.Length];
        for (int row = 0; row < y.Length; row += classes)
        {
            double sum = dy.Skip(row).Take(classes).Sum();
            for (int k = row; k < row + classes; k++)
            {
                dx[k] = dy[k] - (Math.Exp(y[k]) * sum);
            }
        }

        return dx;
    }

    public static double[] Backward(double[] y, double[] dy, int classes)
    {
        double[] dx = new double[y.Length];
        for (int row = 0; row < y.Length; row += classes)
        {
            double dot = Enumerable.Range(row, classes).Sum(k => y[k] * dy[k]);
            for (int k = row; k < row + classes; k++)
            {
                dx[k] = y[k] * (dy[k] - dot);
            }
        }

        return dx;
    }
}
