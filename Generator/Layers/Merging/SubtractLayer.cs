using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>The difference of two layers.</summary>
internal sealed class SubtractLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Subtract";

    public static Layer Read(ArgumentReader arguments) => new SubtractLayer(arguments.Texts("Inputs"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        problems.AreTwo(this, inputs) ? base.InferShape(inputs, problems) : null;

    protected override MergeFunction Function => MergeFunction.Subtract;
}
