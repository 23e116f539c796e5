using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary>
/// A layer for each step of a sequence, which it takes for a sample of its own. The layer knows nothing of it; how many samples it has is a
/// property of its operations.
/// </summary>
internal sealed class TimeDistributedLayer(Layer inner, string name) : CompositeLayer
{
    public override string Kind => "TimeDistributed";

    public override string Description => $"TimeDistributed {inner.Description}";

    public static Layer? Read(ArgumentReader arguments, WrappedLayer wrapped)
    {
        if (wrapped.Layer.StepObstacle is not { } obstacle)
        {
            return new TimeDistributedLayer(wrapped.Layer, wrapped.Name);
        }

        const string Demand = "a layer that works on each sample alone";
        arguments.Problems.Add(RecurrentDiagnostics.NotForWrapper(arguments.Label, Demand, wrapped.Layer.Description, obstacle));
        return null;
    }

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (input.Rank < 2)
        {
            const string WayOut = "give [Input] an axis for the steps before the others";
            problems.Add(GraphDiagnostics.RankMismatch(problems.Label(this), "(T, …)", problems.InputKind(), input, WayOut));
            return null;
        }

        return problems.Infer(inner, Step(input)) is { } output
            ? [new LayerPart("steps", inner, new Shape([input[0], .. output.Dimensions]))]
            : null;
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        inner.IsFrozen = IsFrozen;
        Value result = lowering.ForEachStep("steps").Lower(inner, Step(shape));
        lowering.JoinMask(result);
        return result;
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) => $"{name}/{weight.Name}";

    private static Shape Step(Shape sequence) => new([.. sequence.Dimensions.Skip(1)]);
}
