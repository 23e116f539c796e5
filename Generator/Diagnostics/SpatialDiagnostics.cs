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

    public static readonly DiagnosticDescriptor[] Arguments =
    [
        NotCausal,
    ];
}
