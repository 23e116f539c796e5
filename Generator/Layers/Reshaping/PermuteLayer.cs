using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>The same values with the axes in another order; a view where only axes of size 1 move.</summary>
internal sealed class PermuteLayer(IReadOnlyList<int> order) : Layer
{
    public override string Kind => "Permute";

    public override string Description => $"Permute({string.Join(", ", order.Select(axis => Literal.Int(axis)))})";

    public static Layer Read(ArgumentReader arguments) => new PermuteLayer(arguments.Integers("Dims"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!order.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(1, input.Rank)))
        {
            problems.Add(SpatialDiagnostics.NoPermutation(problems.Label(this), problems.InputKind(), input));
            return null;
        }

        return new Shape([.. order.Select(axis => input[axis - 1])]);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Permute { X = lowering.X, Axes = [.. order.Select(axis => axis - 1)] }, shape);
}
