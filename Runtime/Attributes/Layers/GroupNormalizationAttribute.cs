namespace StaticNets;

/// <summary>
/// The channels of each sample in groups, each brought to mean 0 and variance 1 over all positions and the group's channels (Wu and He,
/// 2018). The shape (..., C) stays; <c>gamma</c> and <c>beta</c> have the shape (C). It does the same in training and inference.
/// </summary>
/// <param name="groups">The number of groups, a divisor of C; -1 makes each channel a group, which is instance normalization.</param>
public sealed class GroupNormalizationAttribute(int groups = 32) : ScaleAndCenterAttribute
{
    /// <summary>The number of groups, a divisor of C; -1 makes each channel a group. Default 32.</summary>
    public int Groups { get; } = groups;

    /// <summary>The axis with the channels, the batch being axis 0; -1 is the last. It must be the last. Default -1.</summary>
    public int Axis { get; set; } = -1;
}
