using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Text;

namespace StaticNets.Generator.Layers;

/// <summary>Leaky ReLU with a slope.</summary>
internal static class LeakyReLULayer
{
    public static Layer Read(ArgumentReader arguments)
    {
        double slope = arguments.NotNegative("NegativeSlope", 0.3);
        return new ActivationLayer(slope == 0 ? new Relu() : new LeakyRelu(slope), "LeakyReLU", $"LeakyReLU({Literal.Short(slope)})");
    }
}
