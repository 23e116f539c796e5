using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Fills the weights of an operation with the normalization behind it folded in.</summary>
internal static class FoldedWeightsKernel
{
    private const string None = "ref Unsafe.NullRef<float>()";

    public static void Emit(KernelEmission emission, WeightedOperation operation)
    {
        BatchNormalization normalization = operation.Folded!;
        emission.Call(
            "NormalizationWeights.Fold",
            emission.OwnWeight(operation.Kernel),
            operation.Bias is { } bias ? emission.OwnWeight(bias) : None,
            normalization.Gamma is { } gamma ? emission.OwnWeight(gamma) : None,
            normalization.Beta is { } beta ? emission.OwnWeight(beta) : None,
            emission.OwnWeight(normalization.MovingMean),
            emission.OwnWeight(normalization.MovingVariance),
            Literal.Float(normalization.Epsilon),
            emission.Derived(FoldedWeights.Kernel(operation)),
            emission.Derived(FoldedWeights.Bias(operation)),
            Literal.Int(operation.Kernel.Shape.Size),
            Literal.Int(normalization.Channels),
            Literal.Int(operation.KernelRun));
    }
}
