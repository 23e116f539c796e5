using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y = a * activation(b)</c>, where a and b are the halves of the last axis.</summary>
internal sealed class GLULayer(int[] inputShape, Activation activation) : ReferenceLayer([.. inputShape[..^1], inputShape[^1] / 2])
{
    private readonly int _half = inputShape[^1] / 2;
    private readonly ActivationLayer _gate = new([.. inputShape[..^1], inputShape[^1] / 2], activation);

    public override bool AppliesActivation => true;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new GLULayer(inputShapes[0], attribute.Activation("Activation", Activation.Sigmoid));

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        double[] gate = _gate.Forward([Half(x[0], 1)], w);
        return [.. Half(x[0], 0).Zip(gate, (value, open) => value * open)];
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        (double[] kept, double[] behind) = (Half(x[0], 0), Half(x[0], 1));
        double[] gate = _gate.Forward([behind], w);
        double[] dGate = [.. dy.Zip(kept, (gradient, value) => gradient * value)];
        double[] dBehind = _gate.Backward([behind], gate, dGate, w, dw)[0];
        double[] dx = new double[x[0].Length];
        for (int i = 0; i < dy.Length; i++)
        {
            int row = i / _half * _half;
            dx[row + i] = dy[i] * gate[i];
            dx[row + i + _half] = dBehind[i];
        }

        return [dx];
    }

    public override double Margin(double[][] x) => _gate.Margin([Half(x[0], 1)]);

    private double[] Half(double[] x, int half) => [.. x.Where((_, i) => i / _half % 2 == half)];
}
