using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Tells which values dropout keeps. The reference draws no random numbers itself.</summary>
internal delegate bool DropoutMask(string layer, int sample, int element);

/// <summary>The identity, or in training with a mask: 0 where it drops, <c>x / (1 - rate)</c> where it keeps.</summary>
internal sealed class DropoutLayer(int[] shape, double rate) : ReferenceLayer(shape)
{
    public double Rate => rate;

    /// <summary>Whether training keeps a value, by sample and element; null where it keeps all unchanged.</summary>
    public Func<int, int, bool>? Keeps { get; set; }

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new DropoutLayer(inputShapes[0], attribute.Value("rate", 0.0));

    public override double[][] ForwardBatch(double[][][] x, int count, ReadOnlySpan<double> w, bool training) =>
        training ? Apply(x[0]) : x[0];

    public override double[][][] BackwardBatch(double[][][] x, double[][] y, double[][] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        [Apply(dy)];

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => throw new NotSupportedException();

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        throw new NotSupportedException();

    private double[][] Apply(double[][] values) => Keeps is null
        ? values
        : [.. values.Select((sample, n) => sample.Select((value, i) => rate < 1 && Keeps(n, i) ? value / (1 - rate) : 0).ToArray())];
}
