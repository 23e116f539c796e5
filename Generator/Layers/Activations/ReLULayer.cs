using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>ReLU with parameters.</summary>
internal static class ReLULayer
{
    public static Layer Read(ArgumentReader arguments)
    {
        var function = new ReluActivation(
            arguments.NotNegative("NegativeSlope", 0),
            arguments.Has("MaxValue") ? arguments.Positive("MaxValue", 1) : null,
            arguments.NotNegative("Threshold", 0));
        return new ActivationLayer(function, "ReLU", function.Parameters.Length == 0 ? "ReLU" : $"ReLU({function.Parameters})");
    }
}
