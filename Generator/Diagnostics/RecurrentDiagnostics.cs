using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with recurrent layers.</summary>
internal static class RecurrentDiagnostics
{
    /// <summary>{0} the layer, {1} the activation.</summary>
    public static readonly DiagnosticDescriptor NotForUnits = new(
        "SN2060",
        "The activation does not work on each unit alone",
        "{0}: {1} can't be an activation inside a recurrent layer, since it is no function of each unit alone; put [Activation(Activation.{1})] behind the layer",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Pages + "SN2060.md");

    public static readonly DiagnosticDescriptor[] All = [NotForUnits];
}
