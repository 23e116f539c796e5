using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A layer for each step of a sequence: a view that takes the steps for samples, the layer on so many more samples, and a view back. The
/// layer knows nothing of it; how many samples it has is a property of its node.
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
        arguments.Problems.Add("SN2062", null, arguments.Label, Demand, wrapped.Layer.Description, obstacle);
        return null;
    }

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (input.Rank < 2)
        {
            const string WayOut = "give [Input] an axis for the steps before the others";
            problems.Add("SN3001", null, this, "(T, …)", problems.InputKind(), input.ToString(), WayOut);
            return null;
        }

        var split = new SplitStepsLayer();
        var steps = new LayerPart("inputs", split, SplitStepsLayer.Step(input)) { Steps = input[0] };
        if (inner.InferShape([steps.Shape], problems) is not Shape output)
        {
            return null;
        }

        if (TooLarge(inner.Parts, input[0]) is { } sizes)
        {
            problems.Add("SN3010", null, this, Literal.Product(sizes), Literal.Int(Shape.LargestSize));
            return null;
        }

        var layer = new LayerPart("steps", inner, output) { Steps = input[0], Inputs = [steps] };
        var join = new JoinStepsLayer(split, input[0]);
        return [steps, layer, new LayerPart("outputs", join, join.Sequence(output)) { Inputs = [layer] }];
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        inner.IsFrozen = IsFrozen;
        Value result = NetLowering.Lower(inner, lowering.ForEachStep("steps"), SplitStepsLayer.Step(shape));
        lowering.JoinMask(result);
        return result;
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) => $"{name}/{weight.Name}";

    /// <summary>The sizes of a part's values that are more than can be addressed when there are so many steps, or null.</summary>
    private static IReadOnlyList<int>? TooLarge(IReadOnlyList<LayerPart> parts, int steps) => parts
        .Select(part => Shape.ProductFits([steps, part.Steps, .. part.Shape.Dimensions])
            ? TooLarge(part.Layer.Parts, steps * part.Steps)
            : [steps, part.Steps, .. part.Shape.Dimensions])
        .FirstOrDefault(sizes => sizes is not null);
}
