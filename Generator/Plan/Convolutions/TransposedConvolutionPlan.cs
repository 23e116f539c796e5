using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Convolutions.Direct;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>How a transposed convolution is run: the passes are those of the convolution that it turns round.</summary>
internal static class TransposedConvolutionPlan
{
    public static OperationPlan Of(TransposedConvolution operation, OperationUse use)
    {
        ConvolutionShape turned = ConvolutionShapes.Turned(operation);
        return new OperationPlan(operation, use)
        {
            Derived = [DirectPasses.Transposed(turned)],
            Scratch = use.Trains ? DirectPasses.BackwardWeightsScratch(turned) : 0,
        };
    }
}
