using System;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The same values under another shape.</summary>
internal abstract class SameValuesLayer(int[] outputShape) : SingleInputLayer(outputShape)
{
    protected sealed override double[] Forward(double[] x, ReadOnlySpan<double> w) => [.. x];

    protected sealed override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) => [.. dy];
}
