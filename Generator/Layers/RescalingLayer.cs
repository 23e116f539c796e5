using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary><c>y = x * scale + offset</c>, in one multiply-add.</summary>
internal sealed class RescalingLayer(double scale, double offset) : Layer
{
    public override string Kind => "Rescaling";

    public override string Description
    {
        get
        {
            string second = offset == 0 ? "" : ", " + Literal.Float(offset).TrimEnd('f');
            return $"Rescaling({Literal.Float(scale).TrimEnd('f')}{second})";
        }
    }

    public override bool MayOverwriteInput => true;

    public override MaskRole Masks => MaskRole.Pass;

    public static Layer Read(ArgumentReader arguments) => new RescalingLayer(arguments.Finite("Scale", 1), arguments.Finite("Offset", 0));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Rescale { X = lowering.X, Scale = scale, Offset = offset }, shape);

    public override void EmitForward(LayerEmission emission)
    {
        Shape shape = emission.Shape;
        string method = emission.Kernel(
            "Forward",
            $"y = x * {Literal.Float(scale)}{(offset == 0 ? "" : $" + {Literal.Float(offset)}")}: {shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                shape.Size,
                [new("x", shape.Size)],
                new("y", shape.Size),
                (flavour, values) => Scaled(flavour, values[0], offset == 0 ? null : flavour.Broadcast(offset))));
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Shape shape = emission.Shape;
        bool isInPlace = emission.DX() == emission.DY;
        bool accumulates = !isInPlace && emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy * {Literal.Float(scale)}: {shape.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                shape.Size,
                accumulates ? [new("dy", shape.Size), new("dx", shape.Size)] : [new("dy", shape.Size)],
                new("dx", shape.Size),
                (flavour, values) => Scaled(flavour, values[0], accumulates ? values[1] : null)));
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }

    private string Scaled(Flavour flavour, string value, string? summand) =>
        summand is null ? $"{value} * {flavour.Broadcast(scale)}" : flavour.MultiplyAdd(value, flavour.Broadcast(scale), summand);
}
