using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y = x w + b</c> over the last axis.</summary>
internal sealed class DenseLayer(int[] inputShape, IReadOnlyList<ReferenceTensor> weights)
    : SingleInputLayer([.. inputShape[..^1], weights[0].Shape[1]])
{
    private readonly int _in = weights[0].Shape[0];
    private readonly int _out = weights[0].Shape[1];
    private readonly bool _hasBias = weights.Count > 1;

    public override IReadOnlyList<ReferenceTensor> Weights => weights;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new DenseLayer(inputShapes[0], KernelAndBias.Read(attribute, [inputShapes[0][^1], attribute.Value("units", 0)]));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        for (int row = 0; row < y.Length / _out; row++)
        {
            for (int k = 0; k < _out; k++)
            {
                double sum = _hasBias ? w[(_in * _out) + k] : 0;
                for (int c = 0; c < _in; c++)
                {
                    sum += x[(row * _in) + c] * w[(c * _out) + k];
                }

                y[(row * _out) + k] = sum;
            }
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[] dx = new double[x.Length];
        for (int row = 0; row < y.Length / _out; row++)
        {
            for (int k = 0; k < _out; k++)
            {
                double d = dy[(row * _out) + k];
                for (int c = 0; c < _in; c++)
                {
                    dx[(row * _in) + c] += d * w[(c * _out) + k];
                    dw[(c * _out) + k] += d * x[(row * _in) + c];
                }

                if (_hasBias)
                {
                    dw[(_in * _out) + k] += d;
                }
            }
        }

        return dx;
    }
}
