using System;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The steps of the first input where the second is not 0.</summary>
internal sealed class MaskingLayer(int[] shape) : ReferenceLayer(shape)
{
    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => Keep(x[0], x[1]);

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) => [Keep(dy, x[1]), new double[x[1].Length]];

    private double[] Keep(double[] values, double[] mask) => [.. values.Select((value, i) => mask[i / OutputShape[^1]] != 0 ? value : 0)];
}

/// <summary>1 for the steps, of a shape with the first axes of the input's, that have another value than the given one.</summary>
internal sealed class StepMaskLayer(int[] steps, double maskValue) : SingleInputLayer(steps)
{
    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => [.. x.Chunk(x.Length / OutputSize).Select(step => step.Any(value => value != maskValue) ? 1.0 : 0)];

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) => new double[x.Length];
}
