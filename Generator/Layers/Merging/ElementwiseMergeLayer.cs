using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>
/// A merge that computes each value from the inputs' values at its place; an input's axis of size 1 serves all positions of the others'.
/// </summary>
internal abstract class ElementwiseMergeLayer(IReadOnlyList<string?> inputNames) : MergeLayer(inputNames)
{
    public sealed override bool PassesMask => true;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape common = inputs[0];
        for (int i = 1; i < inputs.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Broadcasting.Common(inputs[j], inputs[i]) is null)
                {
                    problems.Add(GraphDiagnostics.AddShapesDiffer(
                        problems.Label(this), problems.InputName(j), inputs[j], problems.InputName(i), inputs[i]));
                    return null;
                }
            }

            common = Broadcasting.Common(common, inputs[i])!;
        }

        return common;
    }

    /// <summary>How values are merged.</summary>
    protected abstract MergeFunction Function { get; }

    public sealed override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Merge { Function = Function, Merged = lowering.Inputs }, shape);
}
