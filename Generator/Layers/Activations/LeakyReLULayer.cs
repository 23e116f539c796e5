using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>Leaky ReLU with a slope.</summary>
internal static class LeakyReLULayer
{
    public static Layer Read(ArgumentReader arguments)
    {
        double slope = arguments.NotNegative("NegativeSlope", 0.3);
        Activation activation = slope == 0 ? new ReluActivation() : new LeakyReluActivation(slope);
        return new ActivationLayer(activation, "LeakyReLU", $"LeakyReLU({Literal.Short(slope)})");
    }
}
