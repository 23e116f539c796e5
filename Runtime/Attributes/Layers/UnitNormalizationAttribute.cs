namespace StaticNets;

/// <summary>
/// Each sample's values along the last axis, or the last few, divided by their Euclidean norm:
/// <c>y = x / sqrt(max(sum x^2, 1e-24))</c>. The shape stays.
/// </summary>
public sealed class UnitNormalizationAttribute : LayerAttribute
{
    /// <summary>The axis to normalize, the batch being axis 0; -1 is the last. It must be the last. Default -1.</summary>
    public int Axis { get; set; } = -1;

    /// <summary>The axes to normalize together, where there are several: the last ones, such as <c>[-2, -1]</c>.</summary>
    public int[]? Axes { get; set; }
}
