using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Arguments;

/// <summary>
/// Reads a weight's orthogonal penalty: <c>RecurrentOrthogonal</c> with <c>RecurrentOrthogonalMode</c> for the prefix <c>Recurrent</c>.
/// </summary>
internal static class OrthogonalityReader
{
    public static WeightOrthogonality? Read(ArgumentReader arguments, string prefix)
    {
        string argument = prefix + "Orthogonal";
        double factor = arguments.Factor(argument);
        OrthogonalMode mode = arguments.Enum(argument + "Mode", OrthogonalMode.Rows);
        return factor == 0 ? null : new WeightOrthogonality(factor, mode, argument);
    }

    /// <summary>Reports the weights that have no two rows or columns to compare.</summary>
    public static bool Fit(Layer layer, LayerProblems problems)
    {
        WeightTensor[] wrong = layer.Weights.Where(weight => weight.Orthogonality is { } penalty && !Fits(weight.Shape, penalty)).ToArray();
        foreach (WeightTensor weight in wrong)
        {
            (_, OrthogonalMode mode, string argument) = weight.Orthogonality!;
            string compared = mode.ToString().ToLowerInvariant();
            problems.Add(PenaltyDiagnostics.NothingToCompare(problems.Label(layer), argument, compared, weight.Name, weight.Shape));
        }

        return wrong.Length == 0;
    }

    private static bool Fits(Shape shape, WeightOrthogonality penalty) =>
        shape.Rank == 2 && shape[penalty.Mode == OrthogonalMode.Rows ? 0 : 1] > 1;
}
