using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary>The input itself under another name.</summary>
internal sealed class IdentityLayer : Layer
{
    public override string Kind => "Identity";

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) => new IdentityLayer();

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override Value Lower(Lowering lowering, Shape shape) => lowering.X;
}
