namespace StaticNets;

/// <summary>The input as it is. It costs nothing; it gives the input another name.</summary>
public sealed class IdentityAttribute : LayerAttribute;
