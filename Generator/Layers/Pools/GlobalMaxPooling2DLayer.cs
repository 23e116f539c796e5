using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>The largest value over all positions. The gradient goes to the first of equals.</summary>
internal sealed class GlobalMaxPooling2DLayer(SpatialAxes axes, bool keepDims) : GlobalPooling2DLayer(axes, keepDims)
{
    protected override string Stem => "GlobalMaxPooling";

    public static Layer Read1D(ArgumentReader arguments) =>
        new GlobalMaxPooling2DLayer(SpatialAxes.Sequence, arguments.Boolean("KeepDims", false));

    public static Layer Read2D(ArgumentReader arguments) =>
        new GlobalMaxPooling2DLayer(SpatialAxes.Image, arguments.Boolean("KeepDims", false));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new GlobalPooling { X = lowering.X, Function = PoolingFunction.Max }, shape);
}
