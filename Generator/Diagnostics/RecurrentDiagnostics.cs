using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with recurrent layers and wrappers.</summary>
internal static class RecurrentDiagnostics
{
    /// <summary>{0} the layer, {1} the activation.</summary>
    public static readonly DiagnosticDescriptor NotForUnits = new(
        "SN2060",
        "The activation does not work on each unit alone",
        "{0}: {1} can't be an activation inside a recurrent layer, since it is no function of each unit alone; "
            + "put [Activation(Activation.{1})] behind the layer",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the wrapper.</summary>
    public static readonly DiagnosticDescriptor NothingWrapped = new(
        "SN2061",
        "A wrapper has no layer",
        "{0} wraps the layer below it, but there is none; write the layer's attribute after it (a block's layers are wrapped in the block)",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the wrapper, {1} what it wraps, {2} the layer, {3} why it is none of these and what to write.</summary>
    public static readonly DiagnosticDescriptor NotForWrapper = new(
        "SN2062",
        "A wrapper does not fit the layer",
        "{0} wraps {1}, but {2} stands below it: {3}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer.</summary>
    public static readonly DiagnosticDescriptor WrappedFrom = new(
        "SN2063",
        "A wrapped layer names its input",
        "{0} stands in a wrapper, which reads the input for it; write From on the wrapper",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All = [NotForUnits, NothingWrapped, NotForWrapper, WrappedFrom];
}
