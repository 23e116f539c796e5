using System.Collections.Generic;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>A layer for each step of a sequence; its activation is a layer behind it, which passes may fuse again.</summary>
internal sealed class TimeDistributedLayer(Layer inner, string name) : CompositeLayer
{
    public override string Kind => "TimeDistributed";

    public override string Description => $"TimeDistributed {inner.Description}";

    public override MaskRole Masks => MaskRole.Pass;

    public static Layer? Read(ArgumentReader arguments, WrappedLayer wrapped)
    {
        if (wrapped.Layer.WorksOnSamplesAlone)
        {
            return new TimeDistributedLayer(wrapped.Layer, wrapped.Name);
        }

        const string Demand = "a layer with one input that works on each sample alone";
        arguments.Problems.Add("SN2062", null, arguments.Label, Demand, wrapped.Layer.Description);
        return null;
    }

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        var activated = inner as IAppliesActivation;
        IActivation activation = activated?.Applied ?? ActivationCatalogue.Linear;
        StepLayer steps = activated is null ? new StepLayer(inner) : new ActivatedStepLayer(inner, activated);
        if (steps.InferShape(inputs, problems) is not Shape shape)
        {
            return null;
        }

        var part = new LayerPart("steps", steps, shape);
        if (activated is null || activation is Linear)
        {
            return [part];
        }

        activated.Applied = ActivationCatalogue.Linear;
        return [part, new LayerPart(ActivationReader.Snake(activation), new ActivationLayer(activation), shape) { Inputs = [part] }];
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) => $"{name}/{weight.Name}";
}
