using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>How a convolution of each channel for itself is run.</summary>
internal static class DepthwiseConvolutionPlan
{
    public static OperationPlan Of(DepthwiseConvolution operation, OperationUse use)
    {
        DepthwiseShape shape = ConvolutionShapes.Of(operation);
        return new OperationPlan(operation, use)
        {
            Scratch = use.Trains ? Flavour.Most(flavour => new DepthwiseGradientTiling(shape, flavour.Fit(shape.Channels)).Blocks.ScratchSize) : 0,
        };
    }
}
