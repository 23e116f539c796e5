namespace StaticNets;

/// <summary>
/// The largest value over height and width: (H, W, C) becomes (C). Where several are equal, the gradient goes to the first in row order.
/// </summary>
public sealed class GlobalMaxPooling2DAttribute : LayerAttribute
{
    /// <summary>Whether the axes stay with size 1: (1, 1, C). Default false.</summary>
    public bool KeepDims { get; set; }
}
