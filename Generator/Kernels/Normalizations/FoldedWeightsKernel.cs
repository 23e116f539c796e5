using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Fills the weights of an operation with the normalization behind it folded in.</summary>
internal static class FoldedWeightsKernel
{
    public static void Emit(KernelEmission emission, WeightedOperation operation)
    {
        BatchNormalization normalization = operation.Folded!;
        emission.Call(
            "NormalizationWeights.Fold",
            emission.OwnWeight(operation.Kernel),
            operation.Bias is { } bias ? emission.OwnWeight(bias) : KernelOperand.None,
            normalization.Gamma is { } gamma ? emission.OwnWeight(gamma) : KernelOperand.None,
            normalization.Beta is { } beta ? emission.OwnWeight(beta) : KernelOperand.None,
            emission.OwnWeight(normalization.MovingMean),
            emission.OwnWeight(normalization.MovingVariance),
            normalization.Epsilon,
            emission.Derived(FoldedWeights.Kernel(operation)),
            emission.Derived(FoldedWeights.Bias(operation)),
            operation.Kernel.Shape.Size,
            normalization.Channels,
            operation.KernelRun);
    }
}
