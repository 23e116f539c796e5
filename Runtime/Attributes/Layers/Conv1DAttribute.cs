namespace StaticNets;

/// <summary>
/// A convolution (cross-correlation, as in Keras) along the steps of a (T, C) input. The kernel has the shape (kernel size, C, filters).
/// </summary>
/// <param name="filters">The number of output channels.</param>
/// <param name="kernelSize">The kernel's number of taps.</param>
public sealed class Conv1DAttribute(int filters, int kernelSize) : WeightedLayerAttribute
{
    /// <summary>The number of output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The kernel's number of taps.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>The step of the window. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>Whether the input is padded, and where. Default <see cref="Padding.Valid"/>.</summary>
    public Padding Padding { get; set; }

    /// <summary>The distance of the kernel's taps. Default 1. Larger than 1 only with strides of 1.</summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>
    /// Groups that channels and filters are divided into, each convolved for itself: the kernel then has the shape (kernel size,
    /// C / Groups, filters). Must divide both. Default 1.
    /// </summary>
    public int Groups { get; set; } = 1;
}
