using System;
using System.Collections.Generic;
using StaticNets.Tests.Reference.Activations;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>An activation as a layer of its own, or as the second half of the layer that carries it.</summary>
internal sealed class ActivationLayer(int[] shape, Activation activation) : SingleInputLayer(shape)
{
    public Activation Activation => activation;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ActivationLayer(inputShapes[0], attribute.Activation("Activation", Activation.Linear));

    public override double Margin(double[][] x) => activation == Activation.Sparsemax
        ? SparsemaxFunction.Margin(x[0], OutputShape[^1])
        : RelativeDistance(x[0], ElementwiseFunction.Kinks(activation));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        if (activation == Activation.Softmax)
        {
            return SoftmaxFunction.Forward(x, OutputShape[^1]);
        }

        if (activation == Activation.LogSoftmax)
        {
            return SoftmaxFunction.ForwardLog(x, OutputShape[^1]);
        }

        if (activation == Activation.Sparsemax)
        {
            return SparsemaxFunction.Forward(x, OutputShape[^1]);
        }

        return Array.ConvertAll(x, value => ElementwiseFunction.Value(activation, value));
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        if (activation == Activation.Softmax)
        {
            return SoftmaxFunction.Backward(y, dy, OutputShape[^1]);
        }

        if (activation == Activation.LogSoftmax)
        {
            return SoftmaxFunction.BackwardLog(y, dy, OutputShape[^1]);
        }

        if (activation == Activation.Sparsemax)
        {
            return SparsemaxFunction.Backward(y, dy, OutputShape[^1]);
        }

        double[] dx = new double[x.Length];
        for (int i = 0; i < dx.Length; i++)
        {
            dx[i] = dy[i] * ElementwiseFunction.Derivative(activation, x[i]);
        }

        return dx;
    }
}
