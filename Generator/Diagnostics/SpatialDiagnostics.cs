using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with layers that pad, crop, scale, permute and merge.</summary>
internal static class SpatialDiagnostics
{
    private static readonly DiagnosticDescriptor s_notCausal = Rule.Of("SN2040", "Causal padding is for Conv1D");

    public static Problem NotCausal(string layer) =>
        new(s_notCausal, $"{layer}: only Conv1D goes along time and knows Padding.Causal; use Padding.Valid or Padding.Same", "Padding");

    private static readonly DiagnosticDescriptor s_wrongEntryCount = Rule.Of("SN2041", "An array has too few or too many entries");

    public static Problem WrongEntryCount(string layer, string argument, string wanted, int entries) =>
        new(s_wrongEntryCount, $"{layer}: {argument} must have {wanted} entries, but has {entries}", argument);

    private static readonly DiagnosticDescriptor s_nothingLeft = Rule.Of("SN3020", "Cropping leaves nothing");

    public static Problem NothingLeft(string layer, string input, Shape shape) =>
        new(s_nothingLeft, $"{layer} takes off all that {input} left, {shape}; crop less");

    private static readonly DiagnosticDescriptor s_notTwoInputs = Rule.Of("SN3021", "The merge takes exactly two layers");

    public static Problem NotTwoInputs(string layer, int inputs) => new(
        s_notTwoInputs,
        $"{layer} takes exactly two layers, but has {inputs}; name both sides, or one for the layer above and that one",
        "Inputs");

    private static readonly DiagnosticDescriptor s_noPermutation = Rule.Of("SN3022", "The axes are no permutation");

    public static Problem NoPermutation(string layer, string input, Shape shape) => new(
        s_noPermutation,
        $"{layer} must name each of the {shape.Rank} axes that {input} left, {shape}, once, as 1 to {shape.Rank}; "
            + $"the batch is not among them",
        "Dims");

    private static readonly DiagnosticDescriptor s_dotAxes = Rule.Of("SN3023", "The axes of a dot product do not fit");

    public static Problem DotAxes(
        string layer, int axis, string first, Shape firstShape, int otherAxis, string other, Shape otherShape, string? argument = null) =>
        new(
            s_dotAxes,
            $"{layer} can't sum over axis {axis} of '{first}' with shape {firstShape} and axis {otherAxis} of '{other}' with shape "
                + $"{otherShape}; choose axes of the same size, counted from 1 or, negative, from the end",
            argument);

    public static readonly DiagnosticDescriptor[] All =
    [
        s_notCausal, s_wrongEntryCount, s_nothingLeft, s_notTwoInputs, s_noPermutation, s_dotAxes,
    ];
}
