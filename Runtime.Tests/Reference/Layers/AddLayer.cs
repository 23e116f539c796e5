using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The sum of its inputs.</summary>
internal sealed class AddLayer(int[] shape) : ReferenceLayer(shape)
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        inputShapes.All(shape => shape.SequenceEqual(inputShapes[0]))
            ? new AddLayer(inputShapes[0])
            : throw new ArgumentException("Add needs equal shapes.", nameof(inputShapes));

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => [.. x[0].Select((_, i) => x.Sum(input => input[i]))];

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        [.. x.Select(_ => dy.ToArray())];
}
