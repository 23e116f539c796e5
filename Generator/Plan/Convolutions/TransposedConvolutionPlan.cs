using StaticNets.Generator.Emit.Convolution;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan;

/// <summary>How a transposed convolution is run: the passes are those of the convolution that it turns round.</summary>
internal static class TransposedConvolutionPlan
{
    public static OperationPlan Of(TransposedConvolution operation, OperationUse use)
    {
        ConvolutionShape turned = ConvolutionShapes.Turned(operation);
        return new OperationPlan(operation, use)
        {
            Derived = [DirectPasses.Transposed(turned)],
            Scratch = use.Trains ? new PaddedInput(turned).Size : 0,
        };
    }
}
