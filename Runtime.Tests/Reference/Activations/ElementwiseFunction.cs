using System;

namespace StaticNets.Tests.Reference.Activations;

/// <summary>The activations that look at one value at a time, and their derivatives.</summary>
internal static class ElementwiseFunction
{
    private const double LeakySlope = 0.2;

    public static double Value(Activation activation, double x) => activation switch
    {
        Activation.Linear => x,
        Activation.Relu => Math.Max(x, 0),
        Activation.LeakyRelu => x >= 0 ? x : LeakySlope * x,
        Activation.Elu => x > 0 ? x : Math.Exp(x) - 1,
        Activation.Sigmoid => Sigmoid(x),
        Activation.Tanh => Math.Tanh(x),
        Activation.Gelu => x * NormalDistribution.Cumulative(x),
        Activation.Silu => x * Sigmoid(x),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, null),
    };

    public static double Derivative(Activation activation, double x) => activation switch
    {
        Activation.Linear => 1,
        Activation.Relu => x > 0 ? 1 : 0,
        Activation.LeakyRelu => x >= 0 ? 1 : LeakySlope,
        Activation.Elu => x > 0 ? 1 : Math.Exp(x),
        Activation.Sigmoid => Sigmoid(x) * Sigmoid(-x),
        Activation.Tanh => 1 - (Math.Tanh(x) * Math.Tanh(x)),
        Activation.Gelu => NormalDistribution.Cumulative(x) + (x * NormalDistribution.Density(x)),
        Activation.Silu => Sigmoid(x) * (1 + (x * Sigmoid(-x))),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, null),
    };

    /// <summary>Never overflows: the exponent is never positive.</summary>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
