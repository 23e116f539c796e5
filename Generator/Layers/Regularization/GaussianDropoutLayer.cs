using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>Multiplies values by normal numbers around 1 while training, of the variance that a dropout of the same rate has.</summary>
internal sealed class GaussianDropoutLayer(double rate) : NoiseLayer
{
    public override string Kind => "GaussianDropout";

    public override string Description => $"GaussianDropout({Literal.Short(rate)})";

    public static Layer Read(ArgumentReader arguments) => new GaussianDropoutLayer(arguments.RateBelowOne("Rate"));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.GaussianDropout, Rate = rate }, shape);
}
