using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>What a noise layer draws at a place of a sample. The reference draws no random numbers itself.</summary>
internal delegate double NoiseDraw(string layer, int sample, int place);

/// <summary>The mean of a function of what is drawn, and by how much single values deviate from it.</summary>
internal sealed record Moment(string Name, Func<double, double> Of, double Mean, double Deviation);

/// <summary>The identity, or in training with draws: each value on a line that its draw chooses.</summary>
internal abstract class NoiseLayer(int[] shape) : ReferenceLayer(shape)
{
    /// <summary>What is drawn, by sample and place; null where training changes nothing.</summary>
    public Func<int, int, double>? Draws { get; set; }

    /// <summary>Draws a sample: element i has the one of place i modulo their number.</summary>
    public virtual int DrawCount => OutputSize;

    /// <summary>Whether all draws are the same, or none can be seen.</summary>
    public abstract bool IsConstant { get; }

    /// <summary>What tells the distribution of the draws.</summary>
    public abstract IReadOnlyList<Moment> Moments { get; }

    /// <summary>The draw that made y of x.</summary>
    public abstract double Observe(double x, double y);

    public override double[][] ForwardBatch(double[][][] x, int count, ReadOnlySpan<double> w, bool training) =>
        training ? Apply(x[0], (line, value) => (line.Slope * value) + line.Offset) : x[0];

    public override double[][][] BackwardBatch(double[][][] x, double[][] y, double[][] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        [Apply(dy, (line, value) => line.Slope * value)];

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => throw new NotSupportedException();

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw) =>
        throw new NotSupportedException();

    /// <summary>What y is of x where this was drawn: a line.</summary>
    protected abstract (double Slope, double Offset) Line(double draw);

    private double[][] Apply(double[][] values, Func<(double Slope, double Offset), double, double> value) => Draws is null
        ? values
        : [.. values.Select((sample, n) => sample.Select((x, i) => value(Line(Draws(n, i % DrawCount)), x)).ToArray())];
}
