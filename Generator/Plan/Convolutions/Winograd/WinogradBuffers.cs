namespace StaticNets.Generator.Plan.Convolutions.Winograd;

/// <summary>What a Winograd convolution keeps beside its weights.</summary>
internal static class WinogradBuffers
{
    /// <summary>The transformed kernel, which the forward pass reads instead of the kernel.</summary>
    public static NamedBuffer Kernel(WinogradShape shape) => new("Transformed", Transformed(shape));

    /// <summary>The kernel with channels and filters exchanged, on its way to be transformed.</summary>
    public static NamedBuffer TransposedKernel(WinogradShape shape) => new("Transposed", shape.Convolution.KernelSize);

    /// <summary>The transformed kernel that the input's gradient is computed with.</summary>
    public static NamedBuffer BackwardKernel(WinogradShape shape) =>
        new("TransposedTransformed", MemorySize.Product(shape.Frequencies, shape.TransposedKernel.Stride));

    /// <summary>
    /// The transformed kernel's gradient, summed over a part of the batch, and behind it what rounding took from the kernel's own.
    /// </summary>
    public static NamedBuffer KernelGradient(WinogradShape shape) => new("TransformedGradient", Lost(shape) + shape.Convolution.KernelSize);

    /// <summary>Where in that buffer stands what rounding took.</summary>
    public static long Lost(WinogradShape shape) => Transformed(shape);

    private static long Transformed(WinogradShape shape) => MemorySize.Product(shape.Frequencies, shape.Kernel.Stride);
}
