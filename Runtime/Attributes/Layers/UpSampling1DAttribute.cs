namespace StaticNets;

/// <summary>Each step repeated: (T, C) becomes (T * size, C).</summary>
/// <param name="size">How often each step stands in the output.</param>
public sealed class UpSampling1DAttribute(int size = 2) : LayerAttribute
{
    /// <summary>How often each step stands in the output. Default 2.</summary>
    public int Size { get; } = size;
}
