using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>Zeros around an image, or an image without its margins: what one does forward, the other does backward.</summary>
internal sealed class MarginKernel(Margin operation) : Kernel
{
    private readonly MarginCopy _copy = new(operation.Outer, operation.Margins);

    public override void EmitForward(KernelEmission emission)
    {
        if (operation.IsAdded)
        {
            _copy.EmitOuter(emission, "Forward", emission.X(), emission.Y, adds: false);
        }
        else
        {
            _copy.EmitInner(emission, "Forward", emission.X(), emission.Y, adds: false);
        }
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        if (operation.IsAdded)
        {
            _copy.EmitInner(emission, "BackwardData", emission.DY, emission.DX(), accumulates);
        }
        else
        {
            _copy.EmitOuter(emission, "BackwardData", emission.DY, emission.DX(), accumulates);
        }
    }
}
