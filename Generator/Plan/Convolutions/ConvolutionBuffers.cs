using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>What a direct convolution keeps beside its weights.</summary>
internal static class ConvolutionBuffers
{
    /// <summary>The kernel as the input's gradient reads it.</summary>
    public static NamedBuffer Transposed(ConvolutionShape shape) => new("Transposed", shape.KernelSize);

    /// <summary>The gradient before a fused pooling.</summary>
    public static NamedBuffer Convolved(ConvolutionShape shape) => new("Convolution", shape.Computed.Size);

    /// <summary>Floats of scratch memory that the forward pass needs, in the widest flavour.</summary>
    public static long ForwardScratch(ConvolutionShape shape) =>
        PlanarTiling.Suits(shape, Flavour.Widest) ? new PaddedInput(shape).Size : 0;

    /// <summary>Floats of scratch memory that the kernel's gradient needs, in any flavour.</summary>
    public static long BackwardWeightsScratch(ConvolutionShape shape) => Flavour.Most(flavour => Math.Max(
        WinnersGradientTiling.Suits(shape, flavour) ? new WinnersGradientTiling(shape, flavour).Blocks.ScratchSize : 0,
        new ConvolutionGradientTiling(shape, flavour).Blocks.ScratchSize));
}
