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
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "SN2040.md");

    /// <summary>{0} the layer, {1} the argument, {2} how many entries it may have, {3} how many it has.</summary>
    public static readonly DiagnosticDescriptor WrongMargins = new(
        "SN2041",
        "Margins have too few or too many entries",
        "{0}: {1} must have {2} entries, but has {3}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "SN2041.md");

    /// <summary>{0} the layer, {1} the layer it reads, {2} its shape.</summary>
    public static readonly DiagnosticDescriptor NothingLeft = new(
        "SN3020",
        "Cropping leaves nothing",
        "{0} takes off all that {1} left, {2}; crop less",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "SN3020.md");

    /// <summary>{0} the layer, {1} the layer it reads, {2} its shape, {3} its number of axes.</summary>
    public static readonly DiagnosticDescriptor NoPermutation = new(
        "SN3022",
        "The axes are no permutation",
        "{0} must name each of the {3} axes that {1} left, {2}, once, as 1 to {3}; the batch is not among them",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "SN3022.md");

    public static readonly DiagnosticDescriptor[] Arguments =
    [
        NotCausal,
        WrongMargins,
    ];

    public static readonly DiagnosticDescriptor[] Graph =
    [
        NothingLeft,
        NoPermutation,
    ];
}
