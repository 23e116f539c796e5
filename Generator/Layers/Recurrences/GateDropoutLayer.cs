using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Layers.Regularization;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>
/// Drops channels of a sequence (T, C) once for each gate of a recurrent layer while training, one draw for each sample, gate and channel:
/// (T, gates C). A part of that layer.
/// </summary>
internal sealed class GateDropoutLayer(double rate, int gates, int stream) : NoiseLayer
{
    public override string Kind => "GateDropout";

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => new(inputs[0][0], gates * inputs[0].Last);

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.GateDropout, Rate = rate, Gates = gates, Stream = stream }, shape);
}
