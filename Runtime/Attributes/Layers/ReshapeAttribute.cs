namespace StaticNets;

/// <summary>The same values, in row-major order, under another shape.</summary>
/// <param name="targetShape">The new shape without the batch axis. One axis may be -1: it takes what is left.</param>
public sealed class ReshapeAttribute(params int[] targetShape) : LayerAttribute
{
    /// <summary>The new shape without the batch axis.</summary>
    public int[] TargetShape { get; } = targetShape;
}
