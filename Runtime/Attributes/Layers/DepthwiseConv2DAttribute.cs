namespace StaticNets;

/// <summary>
/// A two-dimensional convolution of each channel for itself: (H, W, C) becomes (OH, OW, C * DepthMultiplier), output channel
/// c * DepthMultiplier + m being channel c convolved with its m-th kernel. The kernel has the shape (kernel height, kernel width, C,
/// DepthMultiplier), as in Keras.
/// </summary>
public sealed class DepthwiseConv2DAttribute : DepthwiseLayerAttribute
{
    /// <summary>Creates the attribute for a square kernel.</summary>
    /// <param name="kernelSize">The kernel's height and width.</param>
    public DepthwiseConv2DAttribute(int kernelSize) : this([kernelSize, kernelSize])
    {
    }

    /// <summary>Creates the attribute for a kernel of any height and width.</summary>
    /// <param name="kernelSize">The kernel's height and width.</param>
    public DepthwiseConv2DAttribute(int[] kernelSize) : base(kernelSize)
    {
    }
}
