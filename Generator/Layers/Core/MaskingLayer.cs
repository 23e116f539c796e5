using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary>Masks the steps whose values all are a given one, and makes them 0. A pass adds the mask as a second input.</summary>
internal sealed class MaskingLayer(double maskValue) : Layer
{
    public override string Kind => "Masking";

    public override string? StepObstacle => "its mask would end with the wrapper; without it, it masks the steps of any shape";

    public static Layer Read(ArgumentReader arguments) => new MaskingLayer(arguments.Finite("MaskValue", 0));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        problems.HasSteps(this, inputs[0]) ? inputs[0] : null;

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var steps = new Shape([.. shape.Dimensions.Take(shape.Rank - 1)]);
        Value mask = lowering.Add(new MaskSteps { X = lowering.X, MaskValue = maskValue }, steps, "_mask", ValueRole.Mask);
        Value cleared = lowering.Add(new ClearMasked { X = lowering.X, Mask = mask }, shape);
        lowering.SetMask(cleared, mask);
        return cleared;
    }
}
