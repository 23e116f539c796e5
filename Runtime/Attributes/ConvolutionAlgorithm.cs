#if GENERATOR // the compiler reads the same members
namespace StaticNets.Generator.Shared;
#else
namespace StaticNets;
#endif

/// <summary>How a convolution is computed.</summary>
public enum ConvolutionAlgorithm
{
    /// <summary>The fastest by an estimate, for each pass on its own.</summary>
    Auto,

    /// <summary>Directly: every result is one sum over the kernel. The reference, and best for few channels.</summary>
    Direct,

    /// <summary>
    /// Winograd's F(2x2, 3x3): tiles of 2x2 results with 4/9 of the multiplications, as exact as the direct algorithm. For 3x3
    /// kernels with strides of 1.
    /// </summary>
    WinogradF2,

    /// <summary>
    /// Winograd's F(4x4, 3x3): tiles of 4x4 results with a quarter of the multiplications and a relative error of 1e-6 instead of 3e-7.
    /// For 3x3 kernels with strides of 1.
    /// </summary>
    WinogradF4,
}
