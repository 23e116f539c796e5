using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>
/// <c>softmax(q k^T) v</c>: one head, whose division by the root of the keys' length the queries are multiplied by before. Further inputs are masks of keys.
/// </summary>
internal sealed class AttentionLayer : ReferenceLayer
{
    private readonly AttentionHeads _head;
    private readonly double _scale;
    private readonly int _value;
    private readonly int _key;

    private AttentionLayer(AttributeArguments attribute, IReadOnlyList<int[]> inputs)
        : base([inputs[0][0], inputs[ValueOf(inputs.Count)][1]])
    {
        _value = ValueOf(inputs.Count);
        _key = inputs.Count - 1;
        _scale = Math.Sqrt(inputs[0][1]);
        _head = new AttentionHeads(inputs[0][0], inputs[_key][0], 1, inputs[0][1], OutputShape[1], attribute.Value("UseCausalMask", false));
    }

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new AttentionLayer(attribute, inputShapes);

    /// <summary>The number of the value among so many inputs: query, value, key.</summary>
    public static int ValueOf(int inputs) => inputs > 1 ? 1 : 0;

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w) => _head.Forward(Scaled(x[0]), x[_key], x[_value], x[(_key + 1)..]);

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[][] dx = [.. x.Select(values => new double[values.Length])];
        (double[] dq, double[] dk, double[] dv) = _head.Backward(Scaled(x[0]), x[_key], x[_value], dy, x[(_key + 1)..]);
        AddTo(dx[0], Scaled(dq));
        AddTo(dx[_key], dk);
        AddTo(dx[_value], dv);
        return dx;
    }

    private double[] Scaled(double[] values) => Array.ConvertAll(values, value => value * _scale);

    private static void AddTo(double[] sum, double[] values)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }
}
