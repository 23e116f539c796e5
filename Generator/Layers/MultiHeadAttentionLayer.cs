using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Common;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers;

/// <summary>Four dense layers and the attention between them: queries, keys and values are projections, and so is the output.</summary>
internal sealed class MultiHeadAttentionLayer(
    MultiHeadAttentionOptions options, WeightedOptions projections, IReadOnlyList<string?> inputNames) : CompositeLayer
{
    private const int MostInputs = 3;

    public override string Kind => "MultiHeadAttention";

    public override string Description => $"MultiHeadAttention({Literal.Int(options.Heads)}, {Literal.Int(options.KeyDim)})";

    public override IReadOnlyList<string?>? InputNames => inputNames.Count == 0 ? null : inputNames;

    public static Layer Read(ArgumentReader arguments)
    {
        IReadOnlyList<string?> names = arguments.Texts("Inputs");
        if (names.Count > MostInputs)
        {
            string found = Literal.Int(names.Count) + " names";
            arguments.Problems.Add("SN2007", "Inputs", arguments.Label, "Inputs", "at most query, value and key", found);
        }

        return new MultiHeadAttentionLayer(MultiHeadAttentionOptions.Read(arguments), WeightedOptions.Read(arguments), names);
    }

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!problems.IsSequence(this, inputs[i], i))
            {
                return null;
            }
        }

        // Keras' order of inputs is query, value, key.
        int value = inputs.Count > 1 ? 1 : 0;
        int key = inputs.Count - 1;
        if (inputs[key][0] != inputs[value][0])
        {
            problems.Add(
                "SN3052",
                "Inputs",
                this,
                problems.InputName(value),
                inputs[value].ToString(),
                problems.InputName(key),
                inputs[key].ToString());
            return null;
        }

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
        var heads = new LayerPart(
            "heads", new AttentionHeadsLayer(options), new Shape(inputs[0][0], options.Heads * options.ValueDim))
        {
            Inputs = [queries, keys, values],
        };
        LayerPart? output = Projection("output", ofValues, [options.OutputSize ?? inputs[0].Last], heads.Shape, problems);
        return output is null ? null : [queries, keys, values, heads, output with { Inputs = [heads] }];
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) => part.Suffix + "_" + weight.Name;

    private LayerPart? Projection(string suffix, int[] inputAxes, int[] unitAxes, Shape input, LayerProblems problems)
    {
        if (!Shape.ProductFits(unitAxes))
        {
            problems.Add("SN3010", null, this, Literal.Product(unitAxes), Literal.Int(Shape.LargestSize));
            return null;
        }

        int units = unitAxes.Aggregate(1, (product, size) => product * size);
        var layer = new DenseLayer(units, projections) { InputAxes = inputAxes, UnitAxes = unitAxes };
        return problems.Infer(layer, input) is { } shape ? new LayerPart(suffix, layer, shape) : null;
    }
}
