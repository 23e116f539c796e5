using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with normalizations, embeddings and attention.</summary>
internal static class SequenceDiagnostics
{
    /// <summary>{0} the layer, {1} the argument, {2} its value, {3} the input's shape, {4} the way out.</summary>
    public static readonly DiagnosticDescriptor NotLastAxes = new(
        "SN2070",
        "The axes are not the last ones",
        "{0}: {1} must name the last axis of {3}, or the last few where several may be given, the batch being axis 0, but is {2}; {4}",
        DiagnosticCategory.Arguments,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the groups, {2} the layer it reads, {3} its channels.</summary>
    public static readonly DiagnosticDescriptor UnevenGroups = new(
        "SN3050",
        "The channels do not fall into equal groups",
        "{0} needs a number of channels that {1} divides but {2} left {3}; choose a number of groups that divides {3}",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the layer it reads.</summary>
    public static readonly DiagnosticDescriptor NoIndexes = new(
        "SN3051",
        "An embedding reads no input of the net",
        "{0} reads indexes, which only an input of the net holds, but reads {1}; name the input with From",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} and {3} value and key, {2} and {4} their shapes.</summary>
    public static readonly DiagnosticDescriptor UnequalSteps = new(
        "SN3052",
        "Value and key have different lengths",
        "{0} needs a value for each key, but '{1}' has the shape {2} and '{3}' has {4}; make their first axes the same",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer.</summary>
    public static readonly DiagnosticDescriptor MetricsOfMasked = new(
        "SN3060",
        "Metrics can't know the masked steps",
        "{0} has steps that [Masking] finds by values inside the net, which metrics don't see; "
            + "let [Masking] read an input, or remove Metrics",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All =
    [
        MetricsOfMasked,
        NotLastAxes,
        UnevenGroups,
        NoIndexes,
        UnequalSteps,
    ];
}
