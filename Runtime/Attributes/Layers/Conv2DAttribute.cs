namespace StaticNets;

/// <summary>
/// A two-dimensional convolution (cross-correlation, as in Keras) of an (H, W, C) input. The kernel has the shape (kernel height,
/// kernel width, C, filters).
/// </summary>
public sealed class Conv2DAttribute : WeightedLayerAttribute
{
    /// <summary>Creates the attribute for a square kernel.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The kernel's height and width.</param>
    public Conv2DAttribute(int filters, int kernelSize) : this(filters, [kernelSize, kernelSize])
    {
    }

    /// <summary>Creates the attribute for a kernel of any height and width.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The kernel's height and width.</param>
    public Conv2DAttribute(int filters, int[] kernelSize)
    {
        Filters = filters;
        KernelSize = kernelSize;
    }

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

    /// <summary>The kernel's height and width.</summary>
    public int[] KernelSize { get; }

    /// <summary>The step of the window on both axes. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The steps of the window (vertical, horizontal), where they differ.</summary>
    public int[]? StridesPerAxis { get; set; }

    /// <summary>Whether the input is padded. Default <see cref="Padding.Valid"/>.</summary>
    public Padding Padding { get; set; }

    /// <summary>The distance of the kernel's taps on both axes. Default 1. Larger than 1 only with strides of 1.</summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The distances of the kernel's taps (vertical, horizontal), where they differ.</summary>
    public int[]? DilationRatePerAxis { get; set; }

    /// <summary>
    /// Groups that channels and filters are divided into, each convolved for itself: the kernel then has the shape (kernel height, kernel
    /// width, C / Groups, filters). Must divide both. Default 1.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// How the layer is computed. Default <see cref="ConvolutionAlgorithm.Auto"/>: as <see cref="StaticNetAttribute.Convolution"/> says.
    /// </summary>
    public ConvolutionAlgorithm Algorithm { get; set; }
}
