using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>Values side by side: of each row a chunk of every operand.</summary>
internal sealed class ConcatenateKernel(Concatenate operation) : Kernel
{
    public override void EmitForward(KernelEmission emission) => EmitForward(emission, _ => true);

    /// <summary>Copies some of the operands; others are in place already.</summary>
    public void EmitForward(KernelEmission emission, Func<int, bool> isCopied) => ForEachPart(emission, (i, chunk, from) =>
    {
        if (isCopied(i))
        {
            SliceCopy.EmitForward(emission, i, chunk, operation.Rows, emission.Shape.Size / operation.Rows, from);
        }
    });

    public override void EmitBackward(KernelEmission emission) => ForEachPart(emission, (i, chunk, from) =>
    {
        if (emission.NeedsInputGradient(i))
        {
            SliceCopy.EmitBackward(emission, i, chunk, operation.Rows, emission.Shape.Size / operation.Rows, from);
        }
    });

    private void ForEachPart(KernelEmission emission, Action<int, int, int> body)
    {
        int from = 0;
        for (int i = 0; i < operation.Parts.Count; i++)
        {
            int chunk = emission.InputShape(i).Size / operation.Rows;
            body(i, chunk, from);
            from += chunk;
        }
    }
}
