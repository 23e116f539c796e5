using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y = x * scale + offset</c></summary>
internal sealed class RescalingLayer(int[] shape, double scale, double offset) : SingleInputLayer(shape)
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new RescalingLayer(inputShapes[0], attribute.Value("scale", 0.0), attribute.Value("Offset", 0.0));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => [.. x.Select(value => (value * scale) + offset)];

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) => [.. dy.Select(value => value * scale)];
}
