using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>Adds normal numbers around 0 while training. The gradient passes as it is.</summary>
internal sealed class GaussianNoiseLayer(double deviation) : NoiseLayer
{
    public override string Kind => "GaussianNoise";

    public override string Description => $"GaussianNoise({Literal.Short(deviation)})";

    public static Layer Read(ArgumentReader arguments) =>
        new GaussianNoiseLayer(arguments.InRange("Stddev", 0, deviation => deviation >= 0 && deviation <= 1, "between 0 and 1"));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.Gaussian, Rate = deviation }, shape);
}
