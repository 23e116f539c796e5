using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Text;

namespace StaticNets.Generator.Layers;

/// <summary>ELU with its alpha.</summary>
internal static class ELULayer
{
    public static Layer Read(ArgumentReader arguments)
    {
        double alpha = arguments.NotNegative("Alpha", 1);
        return new ActivationLayer(Elu.Of(alpha), "ELU", $"ELU({Literal.Short(alpha)})");
    }
}
