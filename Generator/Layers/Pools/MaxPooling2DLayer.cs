using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>
/// The largest value of each window, where it isn't fused into the convolution before. The gradient goes to the first of equals.
/// </summary>
internal sealed class MaxPooling2DLayer(PoolingOptions options) : Pooling2DLayer(options)
{
    public override string Kind => "MaxPooling" + Options.Axes.Suffix;

    public static Layer Read1D(ArgumentReader arguments) => new MaxPooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Sequence));

    public static Layer Read2D(ArgumentReader arguments) => new MaxPooling2DLayer(PoolingOptions.Read(arguments, SpatialAxes.Image));

    protected override PoolingFunction Function => PoolingFunction.Max;
}
