using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>y = x + w</c> with a weight of x' shape.</summary>
internal sealed class PositionEmbeddingLayer(int[] shape, ReferenceTensor table) : SingleInputLayer(shape)
{
    public override IReadOnlyList<ReferenceTensor> Weights => [table];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new PositionEmbeddingLayer(inputShapes[0], Table(attribute, inputShapes[0][0], inputShapes[0][1]));

    public static ReferenceTensor Table(AttributeArguments attribute, int rows, int columns) =>
        new ReferenceTensor("embeddings", [rows, columns], attribute.Value("EmbeddingsL1", 0.0), attribute.Value("EmbeddingsL2", 0.0)).Read(attribute, "Embeddings");

    protected override double[] Forward(double[] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = x[i] + w[i];
        }

        return y;
    }

    protected override double[] Backward(double[] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        for (int i = 0; i < dy.Length; i++)
        {
            dw[i] += dy[i];
        }

        return dy;
    }
}
