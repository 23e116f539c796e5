using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Copy;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;

namespace StaticNets.Generator.Kernels.Tables;

/// <summary><c>y = x + table</c>: a learned vector for each position.</summary>
internal sealed class AddPositionsKernel(AddPositions operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        int size = emission.Shape.Size;
        emission.Emit(
            "Forward",
            $"y = x + w: {emission.Shape.WithBatch} + {operation.Table.Shape}.",
            [emission.X(), emission.Weight(0), emission.Y, emission.Range],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                size,
                [new("x", size), new("w", 0)],
                new("y", size),
                (_, values) => $"{values[0]} + {values[1]}"));
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            int size = emission.Shape.Size;
            SliceCopy.EmitBackward(emission, 0, size, 1, size, 0);
        }
    }

    public override void EmitWeightGradients(KernelEmission emission) => BiasGradient.Emit(emission, 0, emission.DY, 1);
}
