using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Merging;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>A recurrent layer in both directions, whose outputs become one.</summary>
internal sealed class BidirectionalLayer(RecurrentLayer forward, string name, MergeMode mergeMode) : CompositeLayer
{
    public override string Kind => "Bidirectional";

    public override string Description => $"Bidirectional {forward.Description}";

    public static Layer? Read(ArgumentReader arguments, WrappedLayer wrapped)
    {
        MergeMode mergeMode = arguments.Enum("MergeMode", MergeMode.Concat);
        if (wrapped.Layer is RecurrentLayer recurrent)
        {
            return new BidirectionalLayer(recurrent.With(recurrent.Options.InBothDirections), wrapped.Name, mergeMode);
        }

        const string WayOut = "it has no direction; remove the wrapper";
        arguments.Problems.Add(RecurrentDiagnostics.NotForWrapper(arguments.Label, "a recurrent layer", wrapped.Layer.Description, WayOut));
        return null;
    }

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        RecurrentLayer backward = forward.With(forward.Options.InOtherDirection);
        if (problems.Infer(forward, inputs[0]) is not Shape shape || problems.Infer(backward, inputs[0]) is null)
        {
            return null;
        }

        LayerPart[] directions = [new("forward", forward, shape), new("backward", backward, shape)];
        Layer merge = mergeMode switch
        {
            MergeMode.Sum => new AddLayer([]),
            MergeMode.Mul => new MultiplyLayer([]),
            MergeMode.Ave => new AverageLayer([]),
            _ => new ConcatenateLayer([], -1),
        };
        return problems.Infer(merge, shape, shape) is Shape output
            ? [.. directions, new LayerPart(Identifier.Snake(mergeMode.ToString()), merge, output) { Inputs = directions }]
            : null;
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) => $"{part.Suffix}_{name}/{weight.Name}";
}
