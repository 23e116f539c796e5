using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Attentions;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Normalizations;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Plan;

/// <summary>Chooses how each operation is run. What is not named here needs nothing beside operands and result.</summary>
internal static class Planner
{
    public static OperationPlan Plan(Operation operation, OperationUse use)
    {
        OperationPlan plan = operation switch
        {
            MatrixProduct product => MatrixProductPlan.Of(product, use),
            Convolution convolution => new ConvolutionPlan(convolution, use),
            DepthwiseConvolution convolution => DepthwiseConvolutionPlan.Of(convolution, use),
            TransposedConvolution convolution => TransposedConvolutionPlan.Of(convolution, use),
            BatchNormalization normalization => BatchNormalizationPlan.Of(normalization, use),
            RowNormalization normalization => NormalizationPlans.Of(normalization, use),
            GroupNormalization normalization => NormalizationPlans.Of(normalization, use),
            Attention attention => new AttentionPlan(attention, use),
            Recurrence recurrence => new RecurrencePlan(recurrence, use),
            Pooling pooling => PoolingPlan.Of(pooling, use),
            Gather gather => GatherPlan.Of(gather, use),
            _ => new OperationPlan(operation, use),
        };
        return operation is WeightedOperation { Folded: not null } linear
            ? plan with { Derived = [FoldedWeights.Kernel(linear), FoldedWeights.Bias(linear), .. plan.Derived] }
            : plan;
    }
}
