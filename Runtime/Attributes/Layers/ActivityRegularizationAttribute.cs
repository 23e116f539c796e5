namespace StaticNets;

/// <summary>
/// The input as it is, with the penalty <c>(L1 * sum |x| + L2 * sum x^2) / B</c> on it while the net trains, for a batch of B
/// samples. Absent from inference. <see cref="LayerAttribute.ActivityL1"/> and <see cref="LayerAttribute.ActivityL2"/> do the same on
/// the layer whose output it is.
/// </summary>
public sealed class ActivityRegularizationAttribute : LayerAttribute
{
    /// <summary>The factor of <c>sum |x|</c>. Default 0.</summary>
    public double L1 { get; set; }

    /// <summary>The factor of <c>sum x^2</c>, without a half. Default 0.</summary>
    public double L2 { get; set; }
}
