namespace StaticNets;

/// <summary>A sequence without its first and last steps: (T, C) becomes (T - left - right, C).</summary>
public sealed class Cropping1DAttribute : LayerAttribute
{
    /// <summary>Creates the attribute for as many steps on both sides.</summary>
    /// <param name="cropping">The number of steps on each side.</param>
    public Cropping1DAttribute(int cropping = 1) => Cropping = cropping;

    /// <summary>Creates the attribute for each side.</summary>
    /// <param name="croppingPerAxis">The numbers of steps: left, right.</param>
    public Cropping1DAttribute(params int[] croppingPerAxis) => CroppingPerAxis = croppingPerAxis;

    /// <summary>The number of steps on each side. Default 1.</summary>
    public int Cropping { get; set; }

    /// <summary>The numbers of steps (left, right), where they differ.</summary>
    public int[]? CroppingPerAxis { get; set; }
}
