using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with recurrent layers and wrappers.</summary>
internal static class RecurrentDiagnostics
{
    private static readonly DiagnosticDescriptor s_notForUnits = Rule.Of("SN2060", "The activation does not work on each unit alone");

    public static Problem NotForUnits(string layer, string argument, string activation) => new(
        s_notForUnits,
        $"{layer}: {activation} can't be an activation inside a recurrent layer, since it is no function of each unit alone; "
            + $"put [Activation(Activation.{activation})] behind the layer",
        argument);

    private static readonly DiagnosticDescriptor s_nothingWrapped = Rule.Of("SN2061", "A wrapper has no layer");

    public static Problem NothingWrapped(string wrapper) => new(
        s_nothingWrapped,
        $"{wrapper} wraps the layer below it, but there is none; write the layer's attribute after it (a block's layers are "
            + $"wrapped in the block)");

    private static readonly DiagnosticDescriptor s_notForWrapper = Rule.Of("SN2062", "A wrapper does not fit the layer");

    public static Problem NotForWrapper(string wrapper, string wrapped, string found, string reason) =>
        new(s_notForWrapper, $"{wrapper} wraps {wrapped}, but {found} stands below it: {reason}");

    private static readonly DiagnosticDescriptor s_wrappedFrom = Rule.Of("SN2063", "A wrapped layer names its input");

    public static Problem WrappedFrom(string layer) =>
        new(s_wrappedFrom, $"{layer} stands in a wrapper, which reads the input for it; write From on the wrapper", "From");

    public static readonly DiagnosticDescriptor[] All =
    [
        s_notForUnits, s_nothingWrapped, s_notForWrapper, s_wrappedFrom,
    ];
}
