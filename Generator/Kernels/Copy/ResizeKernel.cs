using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>An image made larger by whole factors, by repeating its positions or by blending them.</summary>
internal sealed class ResizeKernel(Resize operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        if (operation.IsBilinear)
        {
            Blended.EmitForward(emission);
        }
        else
        {
            Repeated.EmitForward(emission);
        }
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (operation.IsBilinear)
        {
            Blended.EmitBackward(emission);
        }
        else
        {
            Repeated.EmitBackward(emission);
        }
    }

    private BilinearPositions Blended => new(operation.Image, operation.Factors);

    /// <summary>Each position is a window of the result.</summary>
    private RepeatedPositions Repeated
    {
        get
        {
            Shape image = operation.Image;
            (int vertical, int horizontal) = operation.Factors;
            var rows = new WindowAxis(image[0] * vertical, vertical, vertical, 1, false);
            var columns = new WindowAxis(image[1] * horizontal, horizontal, horizontal, 1, false);
            return new(new WindowLoops(rows, columns, image.Last), image.Last);
        }
    }
}
