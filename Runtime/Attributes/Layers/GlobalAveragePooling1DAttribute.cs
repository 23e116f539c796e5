namespace StaticNets;

/// <summary>The mean over all steps: (T, C) becomes (C).</summary>
public sealed class GlobalAveragePooling1DAttribute : LayerAttribute
{
    /// <summary>Whether the axis stays with size 1: (1, C). Default false.</summary>
    public bool KeepDims { get; set; }
}
