using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Projections of query, value and key, attention of each head, and a projection of all heads' results.</summary>
internal sealed class MultiHeadAttentionLayer : ReferenceLayer
{
    private readonly AttentionHeads _heads;
    private readonly DenseLayer _query;
    private readonly DenseLayer _key;
    private readonly DenseLayer _value;
    private readonly DenseLayer _output;
    private readonly int _valueInput;
    private readonly int _keyInput;

    private MultiHeadAttentionLayer(AttributeArguments attribute, IReadOnlyList<int[]> inputs)
        : base([inputs[0][0], attribute.Value("OutputShape", inputs[0][1])])
    {
        int heads = attribute.Value("numHeads", 0);
        int keyDim = attribute.Value("keyDim", 0);
        int valueDim = attribute.Value("ValueDim", keyDim);
        _valueInput = inputs.Count > 1 ? 1 : 0;
        _keyInput = inputs.Count - 1;
        _heads = new AttentionHeads(inputs[0][0], inputs[_keyInput][0], heads, keyDim, valueDim, attribute.Value("UseCausalMask", false));
        IReadOnlyList<ReferenceTensor>[] weights =
        [
            Projection(attribute, "query", [inputs[0][1]], [heads, keyDim]),
            Projection(attribute, "key", [inputs[_keyInput][1]], [heads, keyDim]),
            Projection(attribute, "value", [inputs[_valueInput][1]], [heads, valueDim]),
            Projection(attribute, "output", [heads, valueDim], [OutputShape[1]]),
        ];
        Weights = [.. weights.SelectMany(tensors => tensors)];
        _query = new DenseLayer(inputs[0], Flat(weights[0], inputs[0][1]));
        _key = new DenseLayer(inputs[_keyInput], Flat(weights[1], inputs[_keyInput][1]));
        _value = new DenseLayer(inputs[_valueInput], Flat(weights[2], inputs[_valueInput][1]));
        _output = new DenseLayer([inputs[0][0], heads * valueDim], Flat(weights[3], heads * valueDim));
    }

    public override IReadOnlyList<ReferenceTensor> Weights { get; }

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new MultiHeadAttentionLayer(attribute, inputShapes);

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        (double[] q, double[] k, double[] v) = Projections(x, w);
        return _output.Forward([_heads.Forward(q, k, v, Masks(x))], Of(_output, w));
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        (double[] q, double[] k, double[] v) = Projections(x, w);
        double[] context = _heads.Forward(q, k, v, Masks(x));
        double[] dContext = _output.Backward([context], y, dy, Of(_output, w), Of(_output, dw))[0];
        (double[] dq, double[] dk, double[] dv) = _heads.Backward(q, k, v, dContext, Masks(x));
        double[][] dx = [.. x.Select(values => new double[values.Length])];
        AddTo(dx[0], _query.Backward([x[0]], q, dq, Of(_query, w), Of(_query, dw))[0]);
        AddTo(dx[_keyInput], _key.Backward([x[_keyInput]], k, dk, Of(_key, w), Of(_key, dw))[0]);
        AddTo(dx[_valueInput], _value.Backward([x[_valueInput]], v, dv, Of(_value, w), Of(_value, dw))[0]);
        return dx;
    }

    /// <summary>Further inputs are masks of keys.</summary>
    private double[][] Masks(double[][] x) => x[(_keyInput + 1)..];

    private (double[] Q, double[] K, double[] V) Projections(double[][] x, ReadOnlySpan<double> w) => (
        _query.Forward([x[0]], Of(_query, w)), _key.Forward([x[_keyInput]], Of(_key, w)), _value.Forward([x[_valueInput]], Of(_value, w)));

    private Span<double> Of(DenseLayer layer, Span<double> weights) => weights.Slice(OffsetOf(layer), layer.Weights.Sum(tensor => tensor.Length));

    private ReadOnlySpan<double> Of(DenseLayer layer, ReadOnlySpan<double> weights) =>
        weights.Slice(OffsetOf(layer), layer.Weights.Sum(tensor => tensor.Length));

    private int OffsetOf(DenseLayer layer) =>
        new[] { _query, _key, _value, _output }.TakeWhile(other => other != layer).Sum(other => other.Weights.Sum(tensor => tensor.Length));

    private static void AddTo(double[] sum, double[] values)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private static IReadOnlyList<ReferenceTensor> Projection(AttributeArguments attribute, string name, int[] inputs, int[] outputs) =>
    [
        .. KernelAndBias.Read(attribute, [.. inputs, .. outputs])
            .Select(tensor => tensor with { Name = name + "_" + tensor.Name, Shape = tensor.Name == "bias" ? outputs : tensor.Shape }),
    ];

    /// <summary>The weights as a dense layer has them.</summary>
    private static IReadOnlyList<ReferenceTensor> Flat(IReadOnlyList<ReferenceTensor> tensors, int inputs) =>
        [.. tensors.Select((tensor, i) => tensor with { Shape = i == 0 ? [inputs, tensor.Length / inputs] : [tensor.Length] })];
}
