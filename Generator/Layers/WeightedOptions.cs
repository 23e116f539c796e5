using System.Collections.Generic;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Layers;

/// <summary>What the layers with a kernel and a bias have in common: the properties of <c>WeightedLayerAttribute</c>.</summary>
internal sealed record WeightedOptions(
    string Activation,
    bool UseBias,
    string KernelInitializer,
    double KernelConstant,
    string BiasInitializer,
    double BiasConstant,
    Penalty KernelPenalty,
    Penalty BiasPenalty)
{
    private static readonly string[] s_initializers = ["GlorotUniform", "GlorotNormal", "HeUniform", "HeNormal", "Zeros", "Ones", "Constant"];

    public static WeightedOptions Read(ArgumentReader arguments) => new(
        arguments.Enum("Activation", "Linear", ActivationCatalogue.Names),
        arguments.Boolean("UseBias", true),
        arguments.Enum("KernelInitializer", "GlorotUniform", s_initializers),
        arguments.Number("KernelConstant", 0),
        arguments.Enum("BiasInitializer", "Zeros", s_initializers),
        arguments.Number("BiasConstant", 0),
        new Penalty(arguments.Factor("L1"), arguments.Factor("L2")),
        new Penalty(arguments.Factor("BiasL1"), arguments.Factor("BiasL2")));

    /// <summary>Kernel and bias, with Keras' fans: a bias is its own fan in and out.</summary>
    public IReadOnlyList<WeightTensor> Weights(Shape kernel, int fanIn, int fanOut)
    {
        var kernelTensor = new WeightTensor
        {
            Name = "kernel",
            Shape = kernel,
            Start = new WeightStart(KernelInitializer, KernelConstant, fanIn, fanOut),
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
            Start = new WeightStart(BiasInitializer, BiasConstant, outputs, outputs),
            Penalty = BiasPenalty,
        };
        return [kernelTensor, bias];
    }
}
