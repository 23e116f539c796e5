using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>The mean over all positions.</summary>
internal sealed class GlobalAveragePooling2DLayer(SpatialAxes axes, bool keepDims) : GlobalPooling2DLayer(axes, keepDims)
{
    protected override string Stem => "GlobalAveragePooling";

    public static Layer Read1D(ArgumentReader arguments) =>
        new GlobalAveragePooling2DLayer(SpatialAxes.Sequence, arguments.Boolean("KeepDims", false));

    public static Layer Read2D(ArgumentReader arguments) =>
        new GlobalAveragePooling2DLayer(SpatialAxes.Image, arguments.Boolean("KeepDims", false));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(
            new GlobalPooling { X = lowering.X, Function = PoolingFunction.Average, Mask = IsOfSequences ? lowering.Mask() : null },
            shape);
}
