namespace StaticNets;

/// <summary>
/// The mean over all steps, or over those that a mask lets count: (T, C) becomes (C). Where none counts it is 0; Keras divides 0 by 0 there
/// and gives NaN.
/// </summary>
public sealed class GlobalAveragePooling1DAttribute : LayerAttribute
{
    /// <summary>Whether the axis stays with size 1: (1, C). Default false.</summary>
    public bool KeepDims { get; set; }
}
