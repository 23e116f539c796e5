namespace StaticNets;

/// <summary>The mean over height and width: (H, W, C) becomes (C).</summary>
public sealed class GlobalAveragePooling2DAttribute : LayerAttribute
{
    /// <summary>Whether the axes stay with size 1: (1, 1, C). Default false.</summary>
    public bool KeepDims { get; set; }
}
