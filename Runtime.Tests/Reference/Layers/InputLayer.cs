using System;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A part of the sample: several inputs stand in it one after the other.</summary>
internal sealed class InputLayer(int[] shape, int offset) : ReferenceLayer(shape)
{
    public int Offset => offset;

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => x[0].AsSpan(offset, OutputSize).ToArray();

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) => [];
}
