namespace StaticNets;

/// <summary>
/// <c>exp(x - max) / sum</c> over the last axis, as a layer of its own. A last one is computed together with its cross-entropy.
/// </summary>
public sealed class SoftmaxAttribute : LayerAttribute
{
    /// <summary>The axis, which must be the last: -1, or its number with the batch as axis 0. Default -1.</summary>
    public int Axis { get; set; } = -1;
}
