using System.Collections.Generic;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Initializers;

namespace StaticNets.Generator.Layers;

/// <summary>What the layers with a kernel and a bias have in common: the properties of <c>WeightedLayerAttribute</c>.</summary>
internal sealed record WeightedOptions(
    string Activation,
    bool UseBias,
    WeightStart KernelStart,
    WeightStart BiasStart,
    Penalty KernelPenalty,
    Penalty BiasPenalty)
{
    public static WeightedOptions Read(ArgumentReader arguments) => new(
        arguments.Enum("Activation", "Linear", ActivationCatalogue.Names),
        arguments.Boolean("UseBias", true),
        InitializerCatalogue.Read(arguments, "Kernel", "GlorotUniform"),
        InitializerCatalogue.Read(arguments, "Bias", "Zeros"),
        new Penalty(arguments.Factor("L1"), arguments.Factor("L2")),
        new Penalty(arguments.Factor("BiasL1"), arguments.Factor("BiasL2")));

    /// <summary>Kernel and bias, with Keras' fans: a bias is its own fan in and out.</summary>
    public IReadOnlyList<WeightTensor> Weights(Shape kernel, int fanIn, int fanOut)
    {
        var kernelTensor = new WeightTensor
        {
            Name = "kernel",
            Shape = kernel,
            Start = KernelStart with { FanIn = fanIn, FanOut = fanOut },
            Penalty = KernelPenalty,
        };
        if (!UseBias)
        {
            return [kernelTensor];
        }

        int outputs = kernel.Last;
        var bias = new WeightTensor
        {
            Name = "bias",
            Shape = new Shape(outputs),
            Start = BiasStart with { FanIn = outputs, FanOut = outputs },
            Penalty = BiasPenalty,
        };
        return [kernelTensor, bias];
    }
}
