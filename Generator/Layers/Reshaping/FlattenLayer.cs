using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>All axes in one: a view, since values stand in row-major order anyway.</summary>
internal sealed class FlattenLayer : Layer
{
    public override string Kind => "Flatten";

    public static Layer Read(ArgumentReader arguments) => new FlattenLayer();

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => new(inputs[0].Size);

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new View { X = lowering.X }, shape);
}
