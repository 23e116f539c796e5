using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with layers that pad, crop, scale, permute and merge.</summary>
internal static class SpatialDiagnostics
{
    /// <summary>{0} the layer.</summary>
    public static readonly DiagnosticDescriptor NotCausal = new(
        "SN2040",
        "Causal padding is for Conv1D",
        "{0}: only Conv1D goes along time and knows Padding.Causal; use Padding.Valid or Padding.Same",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the argument, {2} how many entries it may have, {3} how many it has.</summary>
    public static readonly DiagnosticDescriptor WrongEntryCount = new(
        "SN2041",
        "An array has too few or too many entries",
        "{0}: {1} must have {2} entries, but has {3}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the layer it reads, {2} its shape.</summary>
    public static readonly DiagnosticDescriptor NothingLeft = new(
        "SN3020",
        "Cropping leaves nothing",
        "{0} takes off all that {1} left, {2}; crop less",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} how many it reads.</summary>
    public static readonly DiagnosticDescriptor NotTwoInputs = new(
        "SN3021",
        "The merge takes exactly two layers",
        "{0} takes exactly two layers, but has {1}; name both sides, or one for the layer above and that one",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} and {4} the axes, {2} and {5} what it reads, {3} and {6} their shapes.</summary>
    public static readonly DiagnosticDescriptor DotAxes = new(
        "SN3023",
        "The axes of a dot product do not fit",
        "{0} can't sum over axis {1} of '{2}' with shape {3} and axis {4} of '{5}' with shape {6}; "
            + "choose axes of the same size, counted from 1 or, negative, from the end",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the layer it reads, {2} its shape, {3} its number of axes.</summary>
    public static readonly DiagnosticDescriptor NoPermutation = new(
        "SN3022",
        "The axes are no permutation",
        "{0} must name each of the {3} axes that {1} left, {2}, once, as 1 to {3}; the batch is not among them",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] Arguments =
    [
        NotCausal,
        WrongEntryCount,
    ];

    public static readonly DiagnosticDescriptor[] Graph =
    [
        NothingLeft,
        NotTwoInputs,
        NoPermutation,
        DotAxes,
    ];
}
