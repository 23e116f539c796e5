using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A layer for each step of a sequence.</summary>
internal sealed class TimeDistributedLayer(ReferenceLayer inner, string name, int steps)
    : SingleInputLayer([steps, .. inner.OutputShape])
{
    public override IReadOnlyList<ReferenceTensor> Weights => [.. inner.Weights.Select(tensor => tensor with { Name = $"{name}/{tensor.Name}" })];

    public static ReferenceLayer Read(AttributeArguments inner, string name, int[] inputShape) =>
        new TimeDistributedLayer(LayerCatalogue.Read(inner, [inputShape[1..]]), name, inputShape[0]);

    public override double Margin(double[][] x) => Steps(x[0]).Min(step => inner.Margin([step]));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        List<double> y = [];
        foreach (double[] step in Steps(x))
        {
            y.AddRange(inner.Forward([step], w));
        }

        return [.. y];
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        List<double> dx = [];
        double[][] outputs = Steps(y);
        double[][] gradients = Steps(dy);
        for (int t = 0; t < steps; t++)
        {
            dx.AddRange(inner.Backward([Steps(x)[t]], outputs[t], gradients[t], w, dw)[0]);
        }

        return [.. dx];
    }

    private double[][] Steps(double[] values) => [.. values.Chunk(values.Length / steps)];
}
