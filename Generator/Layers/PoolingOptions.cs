namespace StaticNets.Generator.Layers;

/// <summary>The properties of <c>Pooling2DAttribute</c>.</summary>
internal sealed record PoolingOptions((int Vertical, int Horizontal) Size, (int Vertical, int Horizontal) Strides, bool IsSame)
{
    public static PoolingOptions Read(ArgumentReader arguments)
    {
        (int, int) size = arguments.Pair("PoolSize", "PoolSize", (2, 2));
        return new PoolingOptions(
            size,
            arguments.Pair("Strides", "StridesPerAxis", size),
            arguments.Padding() == "Same");
    }
}
