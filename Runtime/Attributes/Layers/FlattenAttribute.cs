namespace StaticNets;

/// <summary>All axes in one, in row-major order.</summary>
public sealed class FlattenAttribute : LayerAttribute;
