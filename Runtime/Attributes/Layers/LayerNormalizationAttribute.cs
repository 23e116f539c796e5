namespace StaticNets;

/// <summary>
/// Each sample's values along the last axis, or the last few, brought to mean 0 and variance 1:
/// <c>y = gamma (x - mean) / sqrt(variance + epsilon) + beta</c> (Ba, Kiros and Hinton, 2016). The shape stays; <c>gamma</c> and
/// <c>beta</c> have the shape of the normalized axes. It does the same in training and inference.
/// </summary>
public sealed class LayerNormalizationAttribute : ScaleAndCenterAttribute
{
    /// <summary>The axis to normalize, the batch being axis 0; -1 is the last. It must be the last. Default -1.</summary>
    public int Axis { get; set; } = -1;

    /// <summary>The axes to normalize together, where there are several: the last ones, such as <c>[-2, -1]</c>.</summary>
    public int[]? Axes { get; set; }
}
