namespace StaticNets;

/// <summary>
/// A transposed two-dimensional convolution, which enlarges images: (H, W, C) becomes (OH, OW, filters), each pixel times the kernel being
/// added to the pixels that a convolution with the same kernel, strides and padding would have read it from. The kernel has the shape
/// (kernel height, kernel width, filters, C), as in Keras. With <see cref="Padding.Same"/> an axis of n pixels becomes <c>n * stride</c>,
/// else <c>(n - 1) * stride + max(reach, stride)</c>, where the kernel's reach is <c>(kernel - 1) * dilation + 1</c>.
/// </summary>
public sealed class Conv2DTransposeAttribute : WeightedLayerAttribute
{
    /// <summary>Creates the attribute for a square kernel.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The kernel's height and width.</param>
    public Conv2DTransposeAttribute(int filters, int kernelSize) : this(filters, [kernelSize, kernelSize])
    {
    }

    /// <summary>Creates the attribute for a kernel of any height and width.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The kernel's height and width.</param>
    public Conv2DTransposeAttribute(int filters, int[] kernelSize)
    {
        Filters = filters;
        KernelSize = kernelSize;
    }

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

    /// <summary>The kernel's height and width.</summary>
    public int[] KernelSize { get; }

    /// <summary>By how much the image is enlarged on both axes. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>By how much the image is enlarged (vertical, horizontal), where that differs.</summary>
    public int[]? StridesPerAxis { get; set; }

    /// <summary>
    /// Whether the output is cut to the input's size times the strides. Default <see cref="Padding.Valid"/>: it is as
    /// large as the kernel reaches.
    /// </summary>
    public Padding Padding { get; set; }

    /// <summary>
    /// Rows and columns that the output has beyond <c>(n - 1) * stride + reach</c>, or with <see cref="Padding.Same"/> beyond
    /// <c>(n - 1) * stride + reach % 2</c>: at least 0 and less than the stride. Default: none, the output has its usual size.
    /// </summary>
    public int OutputPadding { get; set; }

    /// <summary>The same (vertical, horizontal), where they differ.</summary>
    public int[]? OutputPaddingPerAxis { get; set; }

    /// <summary>The distance of the kernel's taps on both axes. Default 1. Larger than 1 only with strides of 1.</summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The distances of the kernel's taps (vertical, horizontal), where they differ.</summary>
    public int[]? DilationRatePerAxis { get; set; }
}
