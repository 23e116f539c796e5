using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>
/// Sets values to the limit of SELU while training and brings all on a line, so that mean 0 and variance 1 stay (Klambauer et al., 2017).
/// </summary>
internal sealed class AlphaDropoutLayer(double rate) : NoiseLayer
{
    public override string Kind => "AlphaDropout";

    public override string Description => $"AlphaDropout({Literal.Short(rate)})";

    public static Layer Read(ArgumentReader arguments) => new AlphaDropoutLayer(arguments.RateBelowOne("Rate"));

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Noise { X = lowering.X, Noises = NoiseKind.AlphaDropout, Rate = rate }, shape);
}
