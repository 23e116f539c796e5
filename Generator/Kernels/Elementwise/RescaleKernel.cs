using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Elementwise;

/// <summary><c>y = x * scale + offset</c>, in one multiply-add.</summary>
internal sealed class RescaleKernel(Rescale operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        Shape shape = emission.Shape;
        string offset = operation.Offset == 0 ? "" : " + " + Literal.Float(operation.Offset);
        emission.Emit(
            "Forward",
            $"y = x * {Literal.Float(operation.Scale)}{offset}: {shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                shape.Size,
                [new("x", shape.Size)],
                new("y", shape.Size),
                (flavour, values) => Scaled(flavour, values[0], operation.Offset == 0 ? null : flavour.Broadcast(operation.Offset))));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape shape = emission.Shape;
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy * {Literal.Float(operation.Scale)}: {shape.WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                shape.Size,
                accumulates ? [new("dy", shape.Size), new("dx", shape.Size)] : [new("dy", shape.Size)],
                new("dx", shape.Size),
                (flavour, values) => Scaled(flavour, values[0], accumulates ? values[1] : null)));
    }

    private string Scaled(Flavour flavour, string value, string? summand) =>
        summand is null
            ? $"{value} * {flavour.Broadcast(operation.Scale)}"
            : flavour.MultiplyAdd(value, flavour.Broadcast(operation.Scale), summand);
}
