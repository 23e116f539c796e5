namespace StaticNets;

/// <summary>
/// Each sample's values along the last axis, or the last few, divided by their root mean square:
/// <c>y = scale x / sqrt(mean(x^2) + epsilon)</c> (Zhang and Sennrich, 2019). The shape stays; the weight <c>scale</c> has the shape of the
/// normalized axes and starts as 1.
/// </summary>
public sealed class RMSNormalizationAttribute : LayerAttribute
{
    /// <summary>The axis to normalize, the batch being axis 0; -1 is the last. It must be the last. Default -1.</summary>
    public int Axis { get; set; } = -1;

    /// <summary>The axes to normalize together, where there are several: the last ones, such as <c>[-2, -1]</c>.</summary>
    public int[]? Axes { get; set; }

    /// <summary>What is added to the mean square, so that zeros are not divided by 0. Positive. Default 1e-6.</summary>
    public double Epsilon { get; set; } = 1e-6;
}
