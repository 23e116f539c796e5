using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Activations;

/// <summary>Softmax over the last axis.</summary>
internal static class SoftmaxLayer
{
    public static Layer Read(ArgumentReader arguments) =>
        new ActivationLayer(KnownActivations.Softmax, "Softmax", "Softmax") { Axes = LastAxes.ReadOne(arguments) };
}
