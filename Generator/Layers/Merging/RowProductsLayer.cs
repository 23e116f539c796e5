using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>
/// The products of each row of one value with each row of another, (.., K) and (.., K): the last part of <see cref="DotLayer"/>.
/// </summary>
internal sealed class RowProductsLayer : Layer
{
    public override string Kind => "Dot";

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        int[] rest = [.. inputs.SelectMany(input => input.Dimensions.Take(input.Rank - 1))];
        return rest.Length == 0 ? new Shape(1) : new Shape(rest);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new RowProducts { First = lowering.Inputs[0], Second = lowering.Inputs[1] }, shape);
}
