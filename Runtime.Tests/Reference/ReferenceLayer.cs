using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference;

/// <summary>One layer for one sample, written as plainly as its formula.</summary>
internal abstract class ReferenceLayer(int[] outputShape)
{
    public int[] OutputShape { get; } = outputShape;

    public int OutputSize => Shapes.Size(OutputShape);

    /// <summary>The weights, in the order in which the parameter block holds them.</summary>
    public virtual IReadOnlyList<ReferenceTensor> Weights => [];

    public abstract double[] Forward(double[][] x, ReadOnlySpan<double> w);

    /// <summary>Adds the weights' gradient to <paramref name="dw"/>.</summary>
    /// <returns>The gradient of each input.</returns>
    public abstract double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw);
}

/// <summary>A layer that reads one other.</summary>
internal abstract class SingleInputLayer(int[] outputShape) : ReferenceLayer(outputShape)
{
    public sealed override double[] Forward(double[][] x, ReadOnlySpan<double> w) => Forward(x[0], w);

    public sealed override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        [Backward(x[0], y, dy, w, dw)];

    protected abstract double[] Forward(double[] x, ReadOnlySpan<double> w);

    protected abstract double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw);
}
