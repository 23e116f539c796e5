namespace StaticNets;

/// <summary>An image without its margins: (H, W, C) becomes (H - top - bottom, W - left - right, C).</summary>
public sealed class Cropping2DAttribute : LayerAttribute
{
    /// <summary>Creates the attribute for margins of one size.</summary>
    /// <param name="cropping">The number of rows and columns on each side.</param>
    public Cropping2DAttribute(int cropping = 0) => Cropping = cropping;

    /// <summary>Creates the attribute for each axis or each side.</summary>
    /// <param name="croppingPerAxis">Two numbers, vertical and horizontal, or four: top, bottom, left, right.</param>
    public Cropping2DAttribute(params int[] croppingPerAxis) => CroppingPerAxis = croppingPerAxis;

    /// <summary>The number of rows and columns on each side. Default 0.</summary>
    public int Cropping { get; set; }

    /// <summary>Two numbers, vertical and horizontal, or four: top, bottom, left, right.</summary>
    public int[]? CroppingPerAxis { get; set; }
}
