using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The products of each row of one value with each row of another, (.., K) and (.., K): the last part of <see cref="DotLayer"/>.
/// </summary>
internal sealed class RowProductsLayer : Layer
{
    private int _depth = 1;
    private int _rows = 1;
    private int _columns = 1;

    public override string Kind => "Dot";

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        _depth = inputs[0].Last;
        _rows = inputs[0].Rows;
        _columns = inputs[1].Rows;
        int[] rest = [.. inputs.SelectMany(input => input.Dimensions.Take(input.Rank - 1))];
        return rest.Length == 0 ? new Shape(1) : new Shape(rest);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new RowProducts { First = lowering.Inputs[0], Second = lowering.Inputs[1] }, shape);
}
