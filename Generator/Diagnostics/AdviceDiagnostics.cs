using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What is allowed but rarely meant. The net is valid all the same.</summary>
internal static class AdviceDiagnostics
{
    private static readonly DiagnosticDescriptor s_softmaxInside = Rule.Of("SN5001", "Softmax in the middle of the net");

    public static Problem SoftmaxInside(string layer) => new(
        s_softmaxInside,
        $"{layer} ends in softmax in the middle of the net: values that share a sum of 1 carry little to the next layer; "
            + $"use Activation.Relu here and softmax at the output",
        "Activation");

    private static readonly DiagnosticDescriptor s_softmaxWithDistance = Rule.Of("SN5002", "Softmax output with a distance as its loss");

    public static Problem SoftmaxWithDistance(string layer, string loss) => new(
        s_softmaxWithDistance,
        $"{layer} ends in softmax but the loss is {loss}, whose gradient fades where the net is sure of a wrong class; "
            + $"use Loss.CategoricalCrossentropy",
        "Loss");

    private static readonly DiagnosticDescriptor s_l2WithAdam = Rule.Of("SN5003", "L2 together with Adam");

    public static Problem L2WithAdam(string layer) => new(
        s_l2WithAdam,
        $"Adam rescales the gradient of the L2 penalty of {layer} along with the loss's, so weights shrink unevenly; "
            + $"use Optimizer.AdamW with WeightDecay if decay is meant",
        "Optimizer");

    private static readonly DiagnosticDescriptor s_dropoutAtOutput = Rule.Of("SN5004", "Dropout right before the output");

    public static Problem DropoutAtOutput(string layer, string input, Shape shape) => new(
        s_dropoutAtOutput,
        $"{layer} drops values of the {input} that are the net's answer of shape {shape}, so the loss is of answers with holes; "
            + $"move it above the last layer with weights");

    private static readonly DiagnosticDescriptor s_emptyLanes = Rule.Of("SN5005", "A size that leaves vectors partly unused");

    public static Problem EmptyLanes(string layer, string argument, int columns, int room, int below) => new(
        s_emptyLanes,
        $"{layer} computes {columns} values in vectors with room for {room}, and takes as long as if they were full, with a "
            + $"single sample too; use {below} or {room}",
        argument);

    private static readonly DiagnosticDescriptor s_noProbabilities =
        Rule.Of("SN5006", "The output is no probability", DiagnosticSeverity.Warning);

    public static Problem NoProbabilities(string layer, string left, Shape shape, string loss, string activation) => new(
        s_noProbabilities,
        $"{layer} leaves {left} in shape {shape} but {loss} takes probabilities; use Activation.{activation}",
        "Activation");

    private static readonly DiagnosticDescriptor s_softmaxOfOne = Rule.Of("SN5007", "Softmax of a single value");

    public static Problem SoftmaxOfOne(string layer, Shape shape) => new(
        s_softmaxOfOne,
        $"{layer} takes softmax over the last axis of {shape}, which has one value, so the result is always 1; "
            + $"use Activation.Sigmoid, or one unit for each class",
        "Activation");

    private static readonly DiagnosticDescriptor s_denseOnImage = Rule.Of("SN5008", "Dense works on each position of an image alone");

    public static Problem DenseOnImage(string layer, string input, Shape image, Shape output) => new(
        s_denseOnImage,
        $"{layer} works on each position of the {image} that {input} left, so the output is {output}; "
            + $"insert [Flatten] above it if one answer for the image is meant");

    public static readonly DiagnosticDescriptor[] All =
    [
        s_softmaxInside, s_softmaxWithDistance, s_l2WithAdam, s_dropoutAtOutput, s_emptyLanes, s_noProbabilities, s_softmaxOfOne,
        s_denseOnImage,
    ];
}
