namespace StaticNets;

/// <summary>
/// Zeros around an image: (H, W, C) becomes (top + H + bottom, left + W + right, C). A convolution that alone reads it pads by itself.
/// </summary>
public sealed class ZeroPadding2DAttribute : LayerAttribute
{
    /// <summary>Creates the attribute for as many zeros on all sides.</summary>
    /// <param name="padding">The number of rows and columns on each side.</param>
    public ZeroPadding2DAttribute(int padding = 1) => Padding = padding;

    /// <summary>Creates the attribute for each axis or each side.</summary>
    /// <param name="paddingPerAxis">Two numbers, vertical and horizontal, or four: top, bottom, left, right.</param>
    public ZeroPadding2DAttribute(params int[] paddingPerAxis) => PaddingPerAxis = paddingPerAxis;

    /// <summary>The number of rows and columns on each side. Default 1.</summary>
    public int Padding { get; set; }

    /// <summary>Two numbers, vertical and horizontal, or four: top, bottom, left, right.</summary>
    public int[]? PaddingPerAxis { get; set; }
}
