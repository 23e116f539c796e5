namespace StaticNets;

/// <summary>
/// While training, sets whole channels of each image (H, W, C) to 0 with probability <paramref name="rate"/> and divides the others by
/// <c>1 - rate</c>. Absent from inference.
/// </summary>
/// <param name="rate">The share of channels to drop, from 0 to 1.</param>
public sealed class SpatialDropout2DAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of channels to drop, from 0 to 1.</summary>
    public double Rate { get; } = rate;
}
