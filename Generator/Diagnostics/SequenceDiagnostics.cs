using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with normalizations, embeddings and attention.</summary>
internal static class SequenceDiagnostics
{
    private static readonly DiagnosticDescriptor s_notLastAxes = Rule.Of("SN2070", "The axes are not the last ones");

    public static Problem NotLastAxes(string layer, string argument, Shape input, string given, string wayOut) => new(
        s_notLastAxes,
        $"{layer}: {argument} must name the last axis of {input}, or the last few where several may be given, the batch being "
            + $"axis 0, but is {given}; {wayOut}",
        argument);

    private static readonly DiagnosticDescriptor s_unevenGroups = Rule.Of("SN3050", "The channels do not fall into equal groups");

    public static Problem UnevenGroups(string layer, int groups, string input, int channels) => new(
        s_unevenGroups,
        $"{layer} needs a number of channels that {groups} divides but {input} left {channels}; "
            + $"choose a number of groups that divides {channels}",
        "Groups");

    private static readonly DiagnosticDescriptor s_noIndexes = Rule.Of("SN3051", "An embedding reads no input of the net");

    public static Problem NoIndexes(string layer, string input) =>
        new(s_noIndexes, $"{layer} reads indexes, which only an input of the net holds, but reads {input}; name the input with From");

    private static readonly DiagnosticDescriptor s_unequalSteps = Rule.Of("SN3052", "Value and key have different lengths");

    public static Problem UnequalSteps(string layer, string value, Shape valueShape, string key, Shape keyShape) => new(
        s_unequalSteps,
        $"{layer} needs a value for each key, but '{value}' has the shape {valueShape} and '{key}' has {keyShape}; "
            + $"make their first axes the same",
        "Inputs");

    private static readonly DiagnosticDescriptor s_metricsOfMasked = Rule.Of("SN3060", "Metrics can't know the masked steps");

    public static Problem MetricsOfMasked(string layer) => new(
        s_metricsOfMasked,
        $"{layer} has steps that [Masking] finds by values inside the net, which metrics don't see; "
            + $"let [Masking] read an input, or remove Metrics",
        "Metrics");

    public static readonly DiagnosticDescriptor[] All =
    [
        s_notLastAxes, s_unevenGroups, s_noIndexes, s_unequalSteps, s_metricsOfMasked,
    ];
}
