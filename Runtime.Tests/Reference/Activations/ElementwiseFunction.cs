using System;

namespace StaticNets.Tests.Reference.Activations;

/// <summary>The activations that look at one value at a time, and their derivatives.</summary>
internal static class ElementwiseFunction
{
    private const double LeakySlope = 0.2;
    private const double SeluAlpha = 1.67326324235437728;
    private const double SeluScale = 1.05070098735548049;
    private const double GeluFactor = 0.79788456080286536; // sqrt(2 / pi)
    private const double ShrinkThreshold = 0.5;

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
        Activation.Relu6 => Math.Min(Math.Max(x, 0), 6),
        Activation.Selu => SeluScale * (x > 0 ? x : SeluAlpha * (Math.Exp(x) - 1)),
        Activation.Celu => Math.Max(x, 0) + Math.Exp(Math.Min(x, 0)) - 1,
        Activation.Mish => x * Math.Tanh(Softplus(x)),
        Activation.Softplus => Softplus(x),
        Activation.Softsign => x / (1 + Math.Abs(x)),
        Activation.HardSigmoid => Math.Clamp((x / 6) + 0.5, 0, 1),
        Activation.HardSilu => x * Math.Clamp((x / 6) + 0.5, 0, 1),
        Activation.Exponential => Math.Exp(x),
        Activation.GeluTanh => x / 2 * (1 + Math.Tanh(GeluArgument(x))),
        Activation.LogSigmoid => -Softplus(-x),
        Activation.HardTanh => Math.Clamp(x, -1, 1),
        Activation.TanhShrink => x - Math.Tanh(x),
        Activation.SoftShrink => x - Math.Clamp(x, -ShrinkThreshold, ShrinkThreshold),
        Activation.HardShrink => Math.Abs(x) > ShrinkThreshold ? x : 0,
        Activation.SquarePlus => (x + Math.Sqrt((x * x) + 4)) / 2,
        Activation.SparsePlus => x >= 1 ? x : Math.Pow(Math.Max(x + 1, 0), 2) / 4,
        Activation.SparseSigmoid => Math.Clamp((x + 1) / 2, 0, 1),
        _ => UserFunction.Of(activation).Value(x),
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
        Activation.Relu6 => x > 0 && x < 6 ? 1 : 0,
        Activation.Selu => SeluScale * (x > 0 ? 1 : SeluAlpha * Math.Exp(x)),
        Activation.Celu => x > 0 ? 1 : Math.Exp(x),
        Activation.Mish => Math.Tanh(Softplus(x)) + (x * Sigmoid(x) * (1 - Math.Pow(Math.Tanh(Softplus(x)), 2))),
        Activation.Softplus => Sigmoid(x),
        Activation.Softsign => 1 / Math.Pow(1 + Math.Abs(x), 2),
        Activation.HardSigmoid => Math.Abs(x) < 3 ? 1.0 / 6 : 0,
        Activation.HardSilu => x >= 3 ? 1 : x > -3 ? (x / 3) + 0.5 : 0,
        Activation.Exponential => Math.Exp(x),
        Activation.GeluTanh => GeluTanhDerivative(x),
        Activation.LogSigmoid => Sigmoid(-x),
        Activation.HardTanh => Math.Abs(x) < 1 ? 1 : 0,
        Activation.TanhShrink => Math.Pow(Math.Tanh(x), 2),
        Activation.SoftShrink or Activation.HardShrink => Math.Abs(x) > ShrinkThreshold ? 1 : 0,
        Activation.SquarePlus => (1 + (x / Math.Sqrt((x * x) + 4))) / 2,
        Activation.SparsePlus => Math.Clamp((x + 1) / 2, 0, 1),
        Activation.SparseSigmoid => Math.Abs(x) < 1 ? 0.5 : 0,
        _ => UserFunction.Of(activation).Derivative(x),
    };

    /// <summary>Where the derivative jumps.</summary>
    public static double[] Kinks(Activation activation) => activation switch
    {
        Activation.Relu or Activation.LeakyRelu or Activation.Selu => [0],
        Activation.Relu6 => [0, 6],
        Activation.HardSigmoid or Activation.HardSilu => [-3, 3],
        Activation.HardTanh or Activation.SparseSigmoid => [-1, 1],
        Activation.SoftShrink or Activation.HardShrink => [-ShrinkThreshold, ShrinkThreshold],
        _ => Enum.IsDefined(activation) ? [] : UserFunction.Of(activation).Kinks,
    };

    /// <summary>log(1 + e) as 2 atanh(e / (2 + e)), which keeps small values.</summary>
    public static double Softplus(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (2 * Math.Atanh(e / (2 + e)));
    }

    private static double GeluArgument(double x) => GeluFactor * (x + (0.044715 * x * x * x));

    private static double GeluTanhDerivative(double x)
    {
        double t = Math.Tanh(GeluArgument(x));
        return ((1 + t) / 2) + (x / 2 * (1 - (t * t)) * GeluFactor * (1 + (3 * 0.044715 * x * x)));
    }

    /// <summary>Never overflows: the exponent is never positive.</summary>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
