using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Tiles;

namespace StaticNets.Generator.Kernels;

/// <summary>What operations with a kernel, a bias and an activation have in common.</summary>
/// <param name="operation">The operation.</param>
/// <param name="rows">Rows of results a sample.</param>
internal abstract class WeightedKernel(WeightedOperation operation, int rows) : Kernel
{
    public sealed override void EmitBackward(KernelEmission emission)
    {
        EmitResultGradient(emission);
        base.EmitBackward(emission);
    }

    public sealed override void EmitWeightGradients(KernelEmission emission)
    {
        EmitKernelGradient(emission, operation.Kernel.Tensor.Penalty);
        if (operation.Bias is not null)
        {
            BiasGradient.Emit(emission, 1, emission.DY, rows);
        }
    }

    /// <summary>Emits what the other backward passes read: the gradient in front of the activation, in the result's place.</summary>
    protected virtual void EmitResultGradient(KernelEmission emission)
    {
        if (operation.IsActivated)
        {
            ActivationBackward.EmitInPlace(emission, operation.Activation);
        }
    }

    protected abstract void EmitKernelGradient(KernelEmission emission, Penalty penalty);
}
