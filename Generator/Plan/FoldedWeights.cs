using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>The weights of an operation with the normalization behind it folded in: what it reads in the place of its own.</summary>
internal static class FoldedWeights
{
    public static NamedBuffer Kernel(WeightedOperation operation) => new("FoldedKernel", operation.Kernel.Shape.Size);

    public static NamedBuffer Bias(WeightedOperation operation) => new("FoldedBias", operation.Folded!.Channels);
}
