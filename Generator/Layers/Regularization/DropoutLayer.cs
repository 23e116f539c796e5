using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>Drops values while training.</summary>
internal sealed class DropoutLayer(double rate) : NoiseLayer
{
    public override string Kind => "Dropout";

    public override string Description => $"Dropout({Literal.Short(rate)})";

    public static Layer Read(ArgumentReader arguments) => new DropoutLayer(arguments.Rate("Rate"));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.Dropout, Rate = rate }, shape);
}
