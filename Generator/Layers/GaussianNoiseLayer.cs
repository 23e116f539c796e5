using StaticNets.Generator.Common;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Layers;

/// <summary>Adds normal numbers around 0 while training. The gradient passes as it is.</summary>
internal sealed class GaussianNoiseLayer(double deviation) : NoiseLayer
{
    public override string Kind => "GaussianNoise";

    public override string Description => $"GaussianNoise({Literal.Short(deviation)})";

    public static Layer Read(ArgumentReader arguments) =>
        new GaussianNoiseLayer(arguments.InRange("Stddev", 0, deviation => deviation >= 0 && deviation <= 1, "between 0 and 1"));

    /// <summary>The vector of standard normal numbers at <c>index</c>.</summary>
    public static string Draw(Flavour flavour) => $"NormalNoise.Draw{Literal.Int(flavour.Bits)}(key, index)";

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.Gaussian, Rate = deviation }, shape);
}
