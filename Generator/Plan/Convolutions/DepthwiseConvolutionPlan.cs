using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Convolutions.Depthwise;
using StaticNets.Generator.Kernels.Tiles;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>How a convolution of each channel for itself is run.</summary>
internal static class DepthwiseConvolutionPlan
{
    public static OperationPlan Of(DepthwiseConvolution operation, OperationUse use)
    {
        DepthwiseShape shape = ConvolutionShapes.Of(operation);
        return new OperationPlan(operation, use)
        {
            Scratch = use.Trains ? ImageBlocks.Most(flavour => new DepthwiseBackwardWeights(shape, flavour, default).ScratchSize) : 0,
        };
    }
}
