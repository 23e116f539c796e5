using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A row of the table for each index.</summary>
internal sealed class EmbeddingLayer(int[] inputShape, ReferenceTensor table) : SingleInputLayer([.. inputShape, table.Shape[1]])
{
    private readonly int _length = table.Shape[1];

    /// <summary>The smallest number that is no index.</summary>
    public int Limit => table.Shape[0];

    public override IReadOnlyList<ReferenceTensor> Weights => [table];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new EmbeddingLayer(
        inputShapes[0], PositionEmbeddingLayer.Table(attribute, attribute.Value("inputDim", 0), attribute.Value("outputDim", 0)));

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[OutputSize];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = w[Place(x, i)];
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        for (int i = 0; i < dy.Length; i++)
        {
            dw[Place(x, i)] += dy[i];
        }

        return new double[x.Length];
    }

    private int Place(double[] x, int i) => ((int)x[i / _length] * _length) + (i % _length);
}
