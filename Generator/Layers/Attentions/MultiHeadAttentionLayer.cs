using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Core;

namespace StaticNets.Generator.Layers.Attentions;

/// <summary>Four dense layers and the attention between them: queries, keys and values are projections, and so is the output.</summary>
internal sealed class MultiHeadAttentionLayer(
    MultiHeadAttentionOptions options, WeightedOptions projections, AttentionInputs read) : CompositeLayer
{
    public override string Kind => "MultiHeadAttention";

    public override string Description => $"MultiHeadAttention({Literal.Int(options.Heads)}, {Literal.Int(options.KeyDim)})";

    public override IReadOnlyList<string?>? InputNames => read.Names;

    public static Layer Read(ArgumentReader arguments) => new MultiHeadAttentionLayer(
        MultiHeadAttentionOptions.Read(arguments), WeightedOptions.Read(arguments), AttentionInputs.Read(arguments));

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (!AttentionInputs.Fit(this, inputs, problems))
        {
            return null;
        }

        (int value, int key) = (AttentionInputs.Value(inputs.Count), AttentionInputs.Key(inputs.Count));
        int[] ofKeys = [options.Heads, options.KeyDim];
        int[] ofValues = [options.Heads, options.ValueDim];
        if (Projection("query", [], ofKeys, inputs[0], problems) is not { } queries
            || Projection("key", [], ofKeys, inputs[key], problems) is not { } keys
            || Projection("value", [], ofValues, inputs[value], problems) is not { } values)
        {
            return null;
        }

        queries = queries with { WholeInputs = [0] };
        keys = keys with { WholeInputs = [key] };
        values = values with { WholeInputs = [value] };
        var heads = new LayerPart("heads", new AttentionHeadsLayer(options), new Shape(inputs[0][0], options.Heads * options.ValueDim))
        {
            Inputs = [queries, keys, values],
        };
        LayerPart? output = Projection("output", ofValues, [options.OutputSize ?? inputs[0].Last], heads.Shape, problems);
        return output is null ? null : [queries, keys, values, heads, output with { Inputs = [heads] }];
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) => part.Suffix + "_" + weight.Name;

    private LayerPart? Projection(string suffix, int[] inputAxes, int[] unitAxes, Shape input, LayerProblems problems)
    {
        if (!problems.Fit(this, unitAxes))
        {
            return null;
        }

        int units = unitAxes.Aggregate(1, (product, size) => product * size);
        var layer = new DenseLayer(units, projections) { InputAxes = inputAxes, UnitAxes = unitAxes };
        return problems.Infer(layer, input) is { } shape ? new LayerPart(suffix, layer, shape) : null;
    }
}
