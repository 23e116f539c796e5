using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>The mean of each window's values; padding doesn't count.</summary>
internal sealed class AveragePooling2DLayer(PoolingOptions options) : Pooling2DLayer(options)
{
    public override string Kind => "AveragePooling" + Options.Axes.Suffix;

    public static Layer Read1D(ArgumentReader arguments) => new AveragePooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Sequence));

    public static Layer Read2D(ArgumentReader arguments) => new AveragePooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Image));

    protected override PoolingFunction Function => PoolingFunction.Average;
}
