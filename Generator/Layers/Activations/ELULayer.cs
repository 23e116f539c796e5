using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>ELU with its alpha.</summary>
internal static class ELULayer
{
    public static Layer Read(ArgumentReader arguments)
    {
        double alpha = arguments.NotNegative("Alpha", 1);
        return new ActivationLayer(new EluActivation(alpha), "ELU", $"ELU({Literal.Short(alpha)})");
    }
}
