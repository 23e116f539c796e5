using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What is allowed but rarely meant. The net is valid all the same.</summary>
internal static class AdviceDiagnostics
{
    /// <summary>{0} the layer.</summary>
    public static readonly DiagnosticDescriptor SoftmaxInside = new(
        "SN5001",
        "Softmax in the middle of the net",
        "{0} ends in softmax in the middle of the net: values that share a sum of 1 carry little to the next layer; use "
            + "Activation.Relu here and softmax at the output",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the loss.</summary>
    public static readonly DiagnosticDescriptor SoftmaxWithDistance = new(
        "SN5002",
        "Softmax output with a distance as its loss",
        "{0} ends in softmax but the loss is {1}, whose gradient fades where the net is sure of a wrong class; use "
            + "Loss.CategoricalCrossentropy",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>{0} the first layer with L2.</summary>
    public static readonly DiagnosticDescriptor L2WithAdam = new(
        "SN5003",
        "L2 together with Adam",
        "Adam rescales the gradient of the L2 penalty of {0} along with the loss's, so weights shrink unevenly; use "
            + "Optimizer.AdamW with WeightDecay if decay is meant",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} what it reads, {2} the shape.</summary>
    public static readonly DiagnosticDescriptor DropoutAtOutput = new(
        "SN5004",
        "Dropout right before the output",
        "{0} drops values of the {1} that are the net's answer of shape {2}, so the loss is of answers with holes; move it "
            + "above the last layer with weights",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} its units or filters, {2} the lanes of its vectors, {3} the next smaller full size.</summary>
    public static readonly DiagnosticDescriptor EmptyLanes = new(
        "SN5005",
        "A size that leaves vectors partly unused",
        "{0} computes {1} values in vectors with room for {2}, and takes as long as if they were full, with a single sample "
            + "too; use {3} or {2}",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} what it leaves, {2} its shape, {3} the loss, {4} the activation that it needs.</summary>
    public static readonly DiagnosticDescriptor NoProbabilities = new(
        "SN5006",
        "The output is no probability",
        "{0} leaves {1} in shape {2} but {3} takes probabilities; use Activation.{4}",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} its shape.</summary>
    public static readonly DiagnosticDescriptor SoftmaxOfOne = new(
        "SN5007",
        "Softmax of a single value",
        "{0} takes softmax over the last axis of {1}, which has one value, so the result is always 1; use Activation.Sigmoid, "
            + "or one unit for each class",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} what it reads, {2} its shape, {3} the output's shape.</summary>
    public static readonly DiagnosticDescriptor DenseOnImage = new(
        "SN5008",
        "Dense works on each position of an image alone",
        "{0} works on each position of the {2} that {1} left, so the output is {3}; "
            + "insert [Flatten] above it if one answer for the image is meant",
        DiagnosticCategory.Advice,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All =
    [
        SoftmaxInside,
        SoftmaxWithDistance,
        L2WithAdam,
        DropoutAtOutput,
        EmptyLanes,
        NoProbabilities,
        SoftmaxOfOne,
        DenseOnImage,
    ];
}
