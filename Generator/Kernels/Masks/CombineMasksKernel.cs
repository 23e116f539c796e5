using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Masks;

/// <summary>The product of two masks. Where the second is of whole steps, it serves all parts of these.</summary>
internal sealed class CombineMasksKernel : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        Shape shape = emission.Shape;
        Shape second = emission.InputShape(1);
        bool areAlike = second.Equals(shape);
        emission.Emit(
            "Forward",
            $"y = x0 x1, two masks: {(areAlike ? "" : $"{shape.WithBatch}, {second.WithBatch} -> ")}{shape.WithBatch}.",
            [emission.X(0).As("x0"), emission.X(1).As("x1"), emission.Y, emission.Range],
            writer =>
            {
                if (areAlike)
                {
                    LoopOperand[] operands = [new("x0", shape.Size), new("x1", shape.Size)];
                    SampleLoop.Write(writer, emission.Flavour, shape.Size, operands, new("y", shape.Size), Product);
                    return;
                }

                var repeated = new Shape([.. second.Dimensions, .. Enumerable.Repeat(1, shape.Rank - second.Rank)]);
                (string, Shape)[] broadcast = [("x0", shape), ("x1", repeated), ("y", shape)];
                new BroadcastLoops(writer, emission.Flavour, shape, broadcast).Write(Product, adds: false);
            });
    }

    private static string Product(Flavour flavour, IReadOnlyList<string> masks) => $"{masks[0]} * {masks[1]}";
}
