using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>Drops whole channels of a sequence or an image while training: one draw for each sample and channel.</summary>
internal sealed class SpatialDropoutLayer(SpatialAxes axes, double rate, int stream = 0) : NoiseLayer
{
    public override string Kind => "SpatialDropout" + axes.Suffix;

    public override string Description => $"{Kind}({Literal.Short(rate)})";

    public static Layer Read1D(ArgumentReader arguments) => new SpatialDropoutLayer(SpatialAxes.Sequence, arguments.Rate("Rate"));

    public static Layer Read2D(ArgumentReader arguments) => new SpatialDropoutLayer(SpatialAxes.Image, arguments.Rate("Rate"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        axes.ToImage(this, inputs[0], problems) is null ? null : inputs[0];

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.ChannelDropout, Rate = rate, Stream = stream }, shape);
}
