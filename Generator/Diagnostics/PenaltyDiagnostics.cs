using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with penalties.</summary>
internal static class PenaltyDiagnostics
{
    /// <summary>{0} the layer, {1} the argument, {2} where it belongs: the wrapper, the last layer of the block.</summary>
    public static readonly DiagnosticDescriptor NoOutputOfItsOwn = new(
        "SN2090",
        "An activity penalty stands where there is no output",
        "{0} has no output of its own for {1}; write it on {2}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} rows or columns, {3} the weight, {4} its shape.</summary>
    public static readonly DiagnosticDescriptor NothingToCompare = new(
        "SN2091",
        "An orthogonal penalty needs a matrix",
        "{0}: {1} compares the {2} of a matrix that has at least two, but the weight '{3}' has the shape {4}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All = [NoOutputOfItsOwn, NothingToCompare];
}
