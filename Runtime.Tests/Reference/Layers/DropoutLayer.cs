using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Tells which values dropout keeps. The reference draws no random numbers itself.</summary>
internal delegate bool DropoutMask(string layer, int sample, int element);

/// <summary>The identity, or with a mask: 0 where it drops, <c>x / (1 - rate)</c> where it keeps.</summary>
internal sealed class DropoutLayer(int[] shape, double rate) : SingleInputLayer(shape)
{
    public double Rate => rate;

    /// <summary>Whether each value of the sample under way is kept; null for inference.</summary>
    public Func<int, bool>? Keeps { get; set; }

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new DropoutLayer(inputShapes[0], attribute.Value("rate", 0.0));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w) => Apply(x);

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) => Apply(dy);

    private double[] Apply(double[] values) =>
        Keeps is null ? [.. values] : [.. values.Select((value, i) => rate < 1 && Keeps(i) ? value / (1 - rate) : 0)];
}
