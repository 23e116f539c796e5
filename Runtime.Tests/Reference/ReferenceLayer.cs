using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference;

/// <summary>One layer, written as plainly as its formula: for one sample, unless it mixes samples.</summary>
internal abstract class ReferenceLayer(int[] outputShape)
{
    public int[] OutputShape { get; } = outputShape;

    public int OutputSize => Shapes.Size(OutputShape);

    /// <summary>Whether the layer applies its activation itself; otherwise it is a node of its own.</summary>
    public virtual bool AppliesActivation => false;

    /// <summary>Whether training drops values that the reference does not.</summary>
    public virtual bool HasHiddenNoise => false;

    /// <summary>The weights, in the order in which the parameter block holds them.</summary>
    public virtual IReadOnlyList<ReferenceTensor> Weights => [];

    public abstract double[] Forward(double[][] x, ReadOnlySpan<double> w);

    /// <summary>Adds the weights' gradient to <paramref name="dw"/>.</summary>
    /// <returns>The gradient of each input.</returns>
    public abstract double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw);

    /// <summary>All samples of a batch: x[input][sample]. Layers that mix samples, or that training treats otherwise, override this.</summary>
    public virtual double[][] ForwardBatch(double[][][] x, int count, ReadOnlySpan<double> w, bool training)
    {
        double[][] y = new double[count][];
        for (int sample = 0; sample < count; sample++)
        {
            y[sample] = Forward(OfSample(x, sample), w);
        }

        return y;
    }

    /// <summary>The backward pass of <see cref="ForwardBatch"/> in training: the gradient of each input, [input][sample].</summary>
    public virtual double[][][] BackwardBatch(double[][][] x, double[][] y, double[][] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[][][] dx = [.. x.Select(values => new double[values.Length][])];
        for (int sample = 0; sample < dy.Length; sample++)
        {
            double[][] gradients = Backward(OfSample(x, sample), y[sample], dy[sample], w, dw);
            for (int input = 0; input < gradients.Length; input++)
            {
                dx[input][sample] = gradients[input];
            }
        }

        return dx;
    }

    /// <summary>
    /// How clearly a sample decides what the layer does where its derivative jumps, such as ReLU's sign: the distance from the jump, relative to the
    /// values there.
    /// </summary>
    public virtual double Margin(double[][] x) => double.PositiveInfinity;

    /// <summary>The smallest magnitude of the values relative to the largest: the distance from a jump at 0.</summary>
    public static double RelativeDistance(double[] values) => RelativeDistance(values, [0]);

    /// <summary>The smallest distance from a jump, relative to the largest magnitude of the values.</summary>
    public static double RelativeDistance(double[] values, double[] jumps) =>
        jumps.Length == 0 ? double.PositiveInfinity : values.Min(value => jumps.Min(jump => Math.Abs(value - jump))) / values.Max(Math.Abs);

    private static double[][] OfSample(double[][][] x, int sample) => [.. x.Select(values => values[sample])];
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
