using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>The properties of <c>Pooling2DAttribute</c> and <c>Pooling1DAttribute</c>.</summary>
internal sealed record PoolingOptions(
    SpatialAxes Axes, (int Vertical, int Horizontal) Size, (int Vertical, int Horizontal) Strides, bool IsSame)
{
    public static PoolingOptions Read(ArgumentReader arguments, SpatialAxes axes)
    {
        (int, int) size = axes.Sizes(arguments, "PoolSize", "PoolSize", (2, 2));
        return new PoolingOptions(
            axes,
            size,
            axes.Sizes(arguments, "Strides", "StridesPerAxis", size),
            arguments.Padding() == Padding.Same);
    }
}
