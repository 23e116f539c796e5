using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with penalties.</summary>
internal static class PenaltyDiagnostics
{
    private static readonly DiagnosticDescriptor s_noOutputOfItsOwn =
        Rule.Of("SN2090", "An activity penalty stands where there is no output");

    public static Problem NoOutputOfItsOwn(string layer, string argument, string place) =>
        new(s_noOutputOfItsOwn, $"{layer} has no output of its own for {argument}; write it on {place}", argument);

    private static readonly DiagnosticDescriptor s_nothingToCompare = Rule.Of("SN2091", "An orthogonal penalty needs a matrix");

    public static Problem NothingToCompare(string layer, string argument, string compared, string weight, Shape shape) => new(
        s_nothingToCompare,
        $"{layer}: {argument} compares the {compared} of a matrix that has at least two, but the weight '{weight}' has the shape {shape}",
        argument);

    public static readonly DiagnosticDescriptor[] All =
    [
        s_noOutputOfItsOwn, s_nothingToCompare,
    ];
}
