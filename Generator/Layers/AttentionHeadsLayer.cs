using System.Collections.Generic;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Plan.Attentions;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The attention of all heads: queries (T, H K), keys (S, H K) and values (S, H V) become (T, H V). A part of other layers.
/// </summary>
internal sealed class AttentionHeadsLayer(AttentionShape shape) : Layer
{
    public override string Kind => "AttentionHeads";

    // The keys' mask hides keys; the output has the queries'.
    public override bool PassesMask => true;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        new(shape.Queries, shape.Heads * shape.ValueDim);

    public override Value Lower(Lowering lowering, Shape output)
    {
        var attention = new Attention
        {
            Queries = lowering.Inputs[0],
            Keys = lowering.Inputs[1],
            Values = lowering.Inputs[2],
            Mask = lowering.Mask(1),
            Heads = shape.Heads,
            KeyDim = shape.KeyDim,
            ValueDim = shape.ValueDim,
            IsCausal = shape.IsCausal,
            Dropout = shape.DropoutRate,
        };
        return lowering.Add(attention, output);
    }
}
