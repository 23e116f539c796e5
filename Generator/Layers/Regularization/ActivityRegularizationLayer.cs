using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Core;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>The input itself, as <see cref="IdentityLayer"/>, with a penalty on it.</summary>
internal sealed class ActivityRegularizationLayer : Layer
{
    public override string Kind => "ActivityRegularization";

    /// <summary>Inside a wrapper it would be no layer of the net, whose output the penalty is of.</summary>
    public override string? StepObstacle => "its penalty is the same without the wrapper";

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) =>
        new ActivityRegularizationLayer { ActivityPenalty = new Penalty(arguments.Factor("L1"), arguments.Factor("L2")) };

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override Value Lower(Lowering lowering, Shape shape) => lowering.X;
}
