using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>How a transposed convolution is run: the passes are those of the convolution that it turns round.</summary>
internal static class TransposedConvolutionPlan
{
    public static OperationPlan Of(TransposedConvolution operation, OperationUse use)
    {
        ConvolutionShape turned = ConvolutionShapes.Turned(operation);
        return new OperationPlan(operation, use)
        {
            Derived = [ConvolutionBuffers.Transposed(turned)],
            Scratch = use.Trains ? ConvolutionBuffers.BackwardWeightsScratch(turned) : 0,
        };
    }
}
