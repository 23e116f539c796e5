namespace StaticNets;

/// <summary>The largest value over all steps: (T, C) becomes (C). Where several are equal, the gradient goes to the first.</summary>
public sealed class GlobalMaxPooling1DAttribute : LayerAttribute
{
    /// <summary>Whether the axis stays with size 1: (1, C). Default false.</summary>
    public bool KeepDims { get; set; }
}
