using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Attentions;

/// <summary>
/// The attention of all heads: queries (T, H K), keys (S, H K) and values (S, H V) become (T, H V). A part of other layers.
/// </summary>
internal sealed class AttentionHeadsLayer(MultiHeadAttentionOptions options) : Layer
{
    public override string Kind => "AttentionHeads";

    // The keys' mask hides keys; the output has the queries'.
    public override bool PassesMask => true;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        new(inputs[0][0], options.Heads * options.ValueDim);

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var attention = new Attention
        {
            Queries = lowering.Inputs[0],
            Keys = lowering.Inputs[1],
            Values = lowering.Inputs[2],
            Mask = lowering.Mask(1),
            Heads = options.Heads,
            KeyDim = options.KeyDim,
            ValueDim = options.ValueDim,
            IsCausal = options.IsCausal,
            Dropout = options.DropoutRate,
        };
        return lowering.Add(attention, shape);
    }
}
