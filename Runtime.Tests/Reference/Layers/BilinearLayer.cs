using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>
/// A larger image: output o of an axis lies at <c>(o + 1/2) / factor - 1/2</c>, not outside the input, and each input counts what is left of 1 after its distance.
/// </summary>
internal sealed class BilinearLayer(int[] inputShape, int[] size)
    : SingleInputLayer([inputShape[0] * size[0], inputShape[1] * size[1], inputShape[2]])
{
    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        foreach ((int output, int input, double share) in Shares())
        {
            y[output] += share * x[input];
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        foreach ((int output, int input, double share) in Shares())
        {
            dx[input] += share * dy[output];
        }

        return dx;
    }

    private IEnumerable<(int Output, int Input, double Share)> Shares()
    {
        for (int output = 0; output < OutputSize; output++)
        {
            int c = output % inputShape[2];
            int ow = output / inputShape[2] % OutputShape[1];
            int oh = output / inputShape[2] / OutputShape[1];
            for (int h = 0; h < inputShape[0]; h++)
            {
                for (int w = 0; w < inputShape[1]; w++)
                {
                    double share = Share(oh, h, 0) * Share(ow, w, 1);
                    if (share > 0)
                    {
                        yield return (output, (((h * inputShape[1]) + w) * inputShape[2]) + c, share);
                    }
                }
            }
        }
    }

    private double Share(int output, int input, int axis)
    {
        double place = Math.Clamp(((output + 0.5) / size[axis]) - 0.5, 0, inputShape[axis] - 1);
        return Math.Max(0, 1 - Math.Abs(place - input));
    }
}
