using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Convolutions.Depthwise;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Kernels.Convolutions;

/// <summary>A convolution of each channel for itself.</summary>
internal sealed class DepthwiseConvolutionKernel(DepthwiseConvolution operation) : Kernel
{
    public override void EmitForward(KernelEmission emission) => new DepthwisePasses(emission, Shape).EmitForward();

    public override void EmitBackward(KernelEmission emission)
    {
        if (operation.IsActivated)
        {
            ActivationBackward.EmitInPlace(emission, operation.Activation);
        }

        if (emission.NeedsInputGradient())
        {
            new DepthwisePasses(emission, Shape).EmitBackwardData(emission.Accumulates());
        }
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        new DepthwisePasses(emission, Shape).EmitBackwardWeights(operation.Kernel.Tensor.Penalty);
        if (operation.Bias is not null)
        {
            BiasGradient.Emit(emission, 1, emission.DY, operation.Vertical.Output * operation.Horizontal.Output);
        }
    }

    private DepthwiseShape Shape => ConvolutionShapes.Of(operation);
}
