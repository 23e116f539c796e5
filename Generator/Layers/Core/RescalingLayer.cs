using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary><c>y = x * scale + offset</c>, in one multiply-add.</summary>
internal sealed class RescalingLayer(double scale, double offset) : Layer
{
    public override string Kind => "Rescaling";

    public override string Description
    {
        get
        {
            string second = offset == 0 ? "" : ", " + Literal.Decimal(offset);
            return $"Rescaling({Literal.Decimal(scale)}{second})";
        }
    }

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) => new RescalingLayer(arguments.Finite("Scale", 1), arguments.Finite("Offset", 0));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Rescale { X = lowering.X, Scale = scale, Offset = offset }, shape);
}
