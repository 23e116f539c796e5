using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Initializers;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary>What <c>[BatchNormalization]</c> says.</summary>
internal sealed record BatchNormalizationOptions(
    double Momentum, double Epsilon, WeightStart? Gamma, WeightStart? Beta, Penalty GammaPenalty, Penalty BetaPenalty)
{
    public static BatchNormalizationOptions Read(ArgumentReader arguments) => new(
        arguments.InRange("Momentum", 0.99, value => value >= 0 && value <= 1, "between 0 and 1"),
        arguments.Positive("Epsilon", 1e-3),
        arguments.Boolean("Scale", true) ? InitializerCatalogue.Read(arguments, "Gamma", "Ones") : null,
        arguments.Boolean("Center", true) ? InitializerCatalogue.Read(arguments, "Beta", "Zeros") : null,
        arguments.Penalty("Gamma"),
        arguments.Penalty("Beta"));

    /// <summary>Keras' weights: gamma and beta where they are wanted, then the moving averages, which are not trained.</summary>
    public IReadOnlyList<WeightTensor> Weights(int channels)
    {
        var weights = new List<WeightTensor>();
        if (Gamma is not null)
        {
            weights.Add(Tensor("gamma", channels, Gamma, GammaPenalty));
        }

        if (Beta is not null)
        {
            weights.Add(Tensor("beta", channels, Beta, BetaPenalty));
        }

        weights.Add(Tensor("moving_mean", channels, new WeightStart("Zeros", 0, 1, 1), default) with { IsTrainable = false });
        weights.Add(Tensor("moving_variance", channels, new WeightStart("Ones", 0, 1, 1), default) with { IsTrainable = false });
        return weights;
    }

    private static WeightTensor Tensor(string name, int channels, WeightStart start, Penalty penalty) => new()
    {
        Name = name,
        Shape = new Shape(channels),
        Start = start with { FanIn = channels, FanOut = channels },
        Penalty = penalty,
    };
}
