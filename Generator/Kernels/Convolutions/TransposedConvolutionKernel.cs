using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions;

/// <summary>A transposed convolution.</summary>
internal sealed class TransposedConvolutionKernel(TransposedConvolution operation) : Kernel
{
    public override void EmitForward(KernelEmission emission) => Passes(emission).EmitForward();

    public override void EmitDerivedWeights(KernelEmission emission) => Passes(emission).EmitKernel();

    public override void EmitBackward(KernelEmission emission)
    {
        if (operation.IsActivated)
        {
            ActivationBackward.EmitInPlace(emission, operation.Activation);
        }

        if (emission.NeedsInputGradient())
        {
            Passes(emission).EmitBackwardData(emission.Accumulates());
        }
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        Passes(emission).EmitBackwardWeights(operation.Kernel.Tensor.Penalty);
        if (operation.Bias is not null)
        {
            BiasGradient.Emit(emission, 1, emission.DY, operation.Vertical.Input * operation.Horizontal.Input);
        }
    }

    private TransposedPasses Passes(KernelEmission emission) =>
        new(emission, ConvolutionShapes.Turned(operation), operation.AddsBias, operation.Activation);
}
