using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>All activations, one line each, as <c>StaticNets.Activation</c> names them. Layers add some with other parameters.</summary>
internal static class ActivationCatalogue
{
    public static readonly ActivationFunction Linear = new Linear();

    public static readonly RowActivation Softmax = new Softmax();

    private static readonly IActivation[] s_activations =
    [
        Linear,
        new Relu(),
        new LeakyRelu(),
        Elu.Of(alpha: 1),
        new Sigmoid(),
        new Tanh(),
        new Gelu(),
        new Silu(),
        Softmax,
        ClampedLine.Relu6,
        Elu.Selu,
        Elu.Celu,
        new Mish(),
        new Softplus(),
        new Softsign(),
        ClampedLine.HardSigmoid,
        new HardSilu(),
        new Exponential(),
        new LogSoftmax(),
        new GeluTanh(),
        new LogSigmoid(),
        ClampedLine.HardTanh,
        new TanhShrink(),
        new Shrink(isSoft: true),
        new Shrink(isSoft: false),
        new SquarePlus(),
        new SparsePlus(),
        ClampedLine.SparseSigmoid,
        new Sparsemax(),
    ];

    /// <summary>The members of <c>StaticNets.Activation</c>.</summary>
    public static IEnumerable<string> Names => s_activations.Select(activation => activation.Name);

    /// <summary>The activation of a name.</summary>
    public static IActivation Get(string name) => s_activations.First(activation => activation.Name == name);
}
