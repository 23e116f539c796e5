using StaticNets.Generator.Common;
using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Layers;

/// <summary>Leaky ReLU with a slope.</summary>
internal static class LeakyReLULayer
{
    public static Layer Read(ArgumentReader arguments)
    {
        double slope = arguments.NotNegative("NegativeSlope", 0.3);
        return new ActivationLayer(slope == 0 ? new ReluActivation() : new LeakyReluActivation(slope), "LeakyReLU", $"LeakyReLU({Literal.Short(slope)})");
    }
}
