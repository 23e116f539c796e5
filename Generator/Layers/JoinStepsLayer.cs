using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Layers;

/// <summary>A view of the samples that steps of sequences were taken for as sequences again: the way back.</summary>
internal sealed class JoinStepsLayer(SplitStepsLayer split, int steps) : Layer
{
    /// <summary>The way there.</summary>
    public SplitStepsLayer Split => split;

    public override string Kind => "JoinSteps";

    public override bool IsView => true;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => Sequence(inputs[0]);

    /// <summary>The shape of a sequence of such steps.</summary>
    public Shape Sequence(Shape step) => new([steps, .. step.Dimensions]);

    public override void EmitForward(LayerEmission emission)
    {
    }
}
