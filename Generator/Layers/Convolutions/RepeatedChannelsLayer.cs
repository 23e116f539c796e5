using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>
/// Each channel several times in a row: what a depthwise convolution with a multiplier reads. A part of other layers only.
/// </summary>
internal sealed class RepeatedChannelsLayer(int times) : Layer
{
    public override string Kind => "RepeatedChannels";

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) =>
        new(inputs[0][0], inputs[0][1], inputs[0].Last * times);

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Repeat { X = lowering.X, Times = times, IsOfChannels = true }, shape);
}
