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
            Scratch = use.Trains ? GradientScratch(shape) : 0,
        };
    }

    private static long GradientScratch(DepthwiseShape shape) =>
        Flavour.Most(widest => new DepthwiseGradientTiling(shape, widest.Fit(shape.Channels)).Blocks.ScratchSize);
}
