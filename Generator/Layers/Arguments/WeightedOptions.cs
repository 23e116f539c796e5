using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Initializers;

namespace StaticNets.Generator.Layers.Arguments;

/// <summary>What the layers with a kernel and a bias have in common: the properties of <c>WeightedLayerAttribute</c>.</summary>
internal sealed record WeightedOptions(
    Activation Activation,
    bool UseBias,
    WeightStart KernelStart,
    WeightStart BiasStart,
    Penalty KernelPenalty,
    Penalty BiasPenalty,
    WeightConstraint? KernelConstraint,
    WeightConstraint? BiasConstraint)
{
    /// <summary>The kernel's penalty on rows or columns that are not at right angles.</summary>
    public WeightOrthogonality? KernelOrthogonality { get; init; }

    /// <summary>Reads the properties of <c>WeightedLayerAttribute</c>.</summary>
    public static WeightedOptions Read(ArgumentReader arguments) => Read(arguments, "Kernel", "");

    /// <summary>Reads those of a layer that calls its kernel otherwise: <c>DepthwiseInitializer</c>, <c>DepthwiseL1</c>.</summary>
    public static WeightedOptions Read(ArgumentReader arguments, string kernel) => Read(arguments, kernel, kernel);

    private static WeightedOptions Read(ArgumentReader arguments, string kernel, string prefix) => new(
        ActivationReader.Read(arguments),
        arguments.Boolean("UseBias", true),
        InitializerCatalogue.Read(arguments, kernel, "GlorotUniform"),
        InitializerCatalogue.Read(arguments, "Bias", "Zeros"),
        arguments.Penalty(prefix),
        arguments.Penalty("Bias"),
        ConstraintReader.Read(arguments, kernel, prefix),
        ConstraintReader.Read(arguments, "Bias", "Bias"))
    {
        KernelOrthogonality = OrthogonalityReader.Read(arguments, prefix),
    };

    /// <summary>Another kernel of the same layer, without bias and activation.</summary>
    public WeightedOptions ReadKernel(ArgumentReader arguments, string kernel) => this with
    {
        Activation = KnownActivations.Linear,
        UseBias = false,
        KernelStart = InitializerCatalogue.Read(arguments, kernel, "GlorotUniform"),
        KernelPenalty = arguments.Penalty(kernel),
        KernelConstraint = ConstraintReader.Read(arguments, kernel, kernel),
    };

    /// <summary>Kernel and bias, with Keras' fans: a bias is its own fan in and out.</summary>
    public IReadOnlyList<WeightTensor> Weights(Shape kernel, int fanIn, int fanOut) =>
        Weights(kernel, fanIn, fanOut, new Shape(kernel.Last));

    /// <summary>The same where the outputs are not the kernel's last axis.</summary>
    public IReadOnlyList<WeightTensor> Weights(Shape kernel, int fanIn, int fanOut, Shape outputs)
    {
        var kernelTensor = new WeightTensor
        {
            Name = "kernel",
            Shape = kernel,
            Start = KernelStart with { FanIn = fanIn, FanOut = fanOut },
            Penalty = KernelPenalty,
            Orthogonality = KernelOrthogonality,
            Constraint = KernelConstraint,
            Units = new UnitLayout(outputs.Size, 1),
        };
        if (!UseBias)
        {
            return [kernelTensor];
        }

        var bias = new WeightTensor
        {
            Name = "bias",
            Shape = outputs,
            Start = BiasStart with { FanIn = outputs.Rank == 1 ? outputs.Size : outputs.Rows, FanOut = outputs.Last },
            Penalty = BiasPenalty,
            Constraint = BiasConstraint,
            Units = new UnitLayout(1, outputs.Size),
        };
        return [kernelTensor, bias];
    }
}
