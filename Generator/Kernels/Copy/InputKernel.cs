using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>An input: where there are several, each is copied out of the samples.</summary>
internal sealed class InputKernel(Input operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        int size = emission.Shape.Size;
        if (size == operation.SampleSize)
        {
            return;
        }

        emission.Emit(
            "Forward",
            $"Copies one input out of the samples: (N, {Literal.Int(operation.SampleSize)}) -> (N, {Literal.Int(size)}).",
            [emission.RawInputs, emission.Y, emission.Range],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                size,
                [new("inputs", operation.SampleSize, operation.Offset)],
                new("y", size),
                (flavour, values) => values[0]));
    }
}
