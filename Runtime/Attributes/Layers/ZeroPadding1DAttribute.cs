namespace StaticNets;

/// <summary>Zeros before and behind a sequence: (T, C) becomes (left + T + right, C).</summary>
public sealed class ZeroPadding1DAttribute : LayerAttribute
{
    /// <summary>Creates the attribute for as many zeros on both sides.</summary>
    /// <param name="padding">The number of steps on each side.</param>
    public ZeroPadding1DAttribute(int padding = 1) => Padding = padding;

    /// <summary>Creates the attribute for each side.</summary>
    /// <param name="paddingPerAxis">The numbers of steps: left, right.</param>
    public ZeroPadding1DAttribute(params int[] paddingPerAxis) => PaddingPerAxis = paddingPerAxis;

    /// <summary>The number of steps on each side. Default 1.</summary>
    public int Padding { get; set; }

    /// <summary>The numbers of steps (left, right), where they differ.</summary>
    public int[]? PaddingPerAxis { get; set; }
}
