using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Attentions;

/// <summary>
/// <c>softmax(q k^T) v</c>: the attention of one head without projections. The operation divides the products by the root of the keys'
/// length, as Vaswani's does and Keras' layer does not; so the queries are multiplied by it first.
/// </summary>
internal sealed class AttentionLayer(AttentionInputs read, bool isCausal, double dropout) : Layer
{
    private IReadOnlyList<Shape> _shapes = [];

    public override string Kind => "Attention";

    public override IReadOnlyList<string?>? InputNames => read.Names;

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) => new AttentionLayer(
        AttentionInputs.Read(arguments), arguments.Boolean("UseCausalMask", false), arguments.Rate("Dropout"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        _shapes = inputs;
        return AttentionInputs.Fit(this, inputs, problems) && AttentionInputs.AreAsLong(this, inputs, problems)
            ? new Shape(inputs[0][0], inputs[AttentionInputs.Value(inputs.Count)].Last)
            : null;
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        int value = AttentionInputs.Value(lowering.Inputs.Count);
        var scaled = new Rescale { X = lowering.X, Scale = Math.Sqrt(_shapes[0].Last), Offset = 0 };
        var attention = new Attention
        {
            Queries = lowering.Add(scaled, _shapes[0], "_query"),
            Keys = Copy(lowering, AttentionInputs.Key(lowering.Inputs.Count), "_key"),
            Values = Copy(lowering, value, "_value"),
            Mask = lowering.Mask(value),
            Heads = 1,
            KeyDim = _shapes[0].Last,
            ValueDim = shape.Last,
            IsCausal = isCausal,
            Dropout = dropout,
        };
        Value result = lowering.Add(attention, shape);
        return lowering.Mask() is { } mask ? lowering.Add(new ClearMasked { X = result, Mask = mask }, shape, "_masked") : result;
    }

    /// <summary>A copy of an input that the attention alone reads: it stores gradients, and adds to none.</summary>
    private Value Copy(Lowering lowering, int input, string suffix) =>
        lowering.Add(new Concatenate { Parts = [lowering.Inputs[input]], Rows = _shapes[input].Rows }, _shapes[input], suffix);
}
