using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Losses;

/// <summary>All losses.</summary>
internal static class LossCatalogue
{
    private static readonly LossFunction[] s_losses =
    [
        new CategoricalCrossentropy(),
        new SparseCategoricalCrossentropy(),
        new BinaryCrossentropy(),
        new MeanSquaredError(),
        new MeanAbsoluteError(),
    ];

    /// <summary>The members of <c>StaticNets.Loss</c>.</summary>
    public static IEnumerable<string> Names => s_losses.Select(loss => loss.Name);

    public static LossFunction? Find(string name) => s_losses.FirstOrDefault(loss => loss.Name == name);
}
