using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>One vector as every step of a sequence.</summary>
internal sealed class RepeatedSampleKernel(Repeat operation) : Kernel
{
    public override void EmitForward(KernelEmission emission) => Repeated(emission).EmitForward(emission);

    public override void EmitBackward(KernelEmission emission) => Repeated(emission).EmitBackward(emission);

    private RepeatedPositions Repeated(KernelEmission emission)
    {
        // The vector is a sequence of one step, and all of the result its window.
        int size = emission.InputShape().Size;
        int times = operation.Times;
        var one = new WindowAxis(1, 1, 1, 1, same: false);
        var window = new WindowAxis(times, times, times, 1, same: false);
        return new(new WindowLoops(one, window, size), size);
    }
}
