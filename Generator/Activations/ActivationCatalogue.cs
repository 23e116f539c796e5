using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Activations;

/// <summary>All activations that work on each value alone. Softmax works on rows and stands beside them.</summary>
internal static class ActivationCatalogue
{
    public const string Softmax = "Softmax";

    public static readonly ActivationFunction Linear = new Linear();

    private static readonly ActivationFunction[] s_functions =
    [
        Linear,
        new Relu(),
        new LeakyRelu(),
        new Elu(),
        new Sigmoid(),
        new Tanh(),
        new Gelu(),
        new Silu(),
    ];

    /// <summary>The members of <c>StaticNets.Activation</c>.</summary>
    public static IEnumerable<string> Names => s_functions.Select(function => function.Name).Append(Softmax);

    /// <summary>The function, or null for softmax.</summary>
    public static ActivationFunction? Find(string name) => s_functions.FirstOrDefault(function => function.Name == name);
}
