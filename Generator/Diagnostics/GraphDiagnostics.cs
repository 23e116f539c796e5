using System.Numerics;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with the shapes and with who reads whom.</summary>
internal static class GraphDiagnostics
{
    private static readonly DiagnosticDescriptor s_rankMismatch = Rule.Of("SN3001", "The input has the wrong number of axes");

    public static Problem RankMismatch(string layer, string needed, string input, Shape shape, string wayOut) =>
        new(s_rankMismatch, $"{layer} needs an input of shape {needed} but {input} left {shape}; {wayOut}");

    private static readonly DiagnosticDescriptor s_windowTooLarge = Rule.Of("SN3002", "The window is larger than the input");

    public static Problem WindowTooLarge(string layer, string argument, string window, string input, string room) => new(
        s_windowTooLarge,
        $"{layer} needs a {window} window but {input} left {room}; use Padding.Same or remove a pooling layer",
        argument);

    private static readonly DiagnosticDescriptor s_reshapeDoesNotFit = Rule.Of("SN3003", "The new shape does not fit");

    public static Problem ReshapeDoesNotFit(string layer, string room, string input, Shape shape) => new(
        s_reshapeDoesNotFit,
        $"{layer} needs {room} but {input} left {shape}, which are {shape.Size} values; "
            + $"choose sizes whose product is {shape.Size}, or write -1 for one of them",
        "TargetShape");

    private static readonly DiagnosticDescriptor s_addShapesDiffer = Rule.Of("SN3004", "Layers to merge have different shapes");

    public static Problem AddShapesDiffer(string layer, string first, Shape firstShape, string second, Shape secondShape) => new(
        s_addShapesDiffer,
        $"{layer} merges value by value, but '{first}' has {firstShape} and '{second}' has {secondShape}; "
            + $"give them the same sizes, or size 1 where one value serves all",
        "Inputs");

    private static readonly DiagnosticDescriptor s_concatenateShapesDiffer = Rule.Of("SN3005", "Layers to concatenate do not fit together");

    public static Problem ConcatenateShapesDiffer(
        string layer, string argument, string first, Shape firstShape, string second, Shape secondShape, int axis, string wayOut) =>
        new(
            s_concatenateShapesDiffer,
            $"{layer}: '{first}' of shape {firstShape} and '{second}' of shape {secondShape} do not fit together along axis {axis}; "
                + $"{wayOut}",
            argument);

    private static readonly DiagnosticDescriptor s_unknownName = Rule.Of("SN3006", "No layer has this name");

    public static Problem UnknownName(string layer, string argument, string name, string above) =>
        new(s_unknownName, $"{layer} reads '{name}', but no layer and no input has this name; those above it are {above}", argument);

    private static readonly DiagnosticDescriptor s_readsLaterLayer = Rule.Of("SN3007", "A layer reads itself or a later one");

    public static Problem ReadsLaterLayer(string layer, string argument, string name, string above) => new(
        s_readsLaterLayer,
        $"{layer} reads '{name}', which does not come before it; move it below '{name}', or read one of {above}",
        argument);

    private static readonly DiagnosticDescriptor s_layerNotRead = Rule.Of("SN3008", "Nobody reads a layer");

    public static Problem LayerNotRead(string layer, string name) =>
        new(s_layerNotRead, $"Nothing reads {layer}; remove it, or read it with From = \"{name}\" or a merge");

    private static readonly DiagnosticDescriptor s_tooFewInputs = Rule.Of("SN3009", "A merge needs two inputs");

    public static Problem TooFewInputs(string layer, int inputs, string kind) => new(
        s_tooFewInputs,
        $"{layer} needs at least two layers to read, but has {inputs}; name them: [{kind}(\"a\", \"b\")], where one name means "
            + $"the layer above and that one",
        "Inputs");

    private static readonly DiagnosticDescriptor s_tooLarge = Rule.Of("SN3010", "A layer is too large");

    public static Problem TooLarge(string layer, BigInteger values, string? argument = null) => new(
        s_tooLarge,
        $"{layer} would hold {values} values, but at most {Shape.LargestSize} fit; choose smaller sizes, or pool before it",
        argument);

    private static readonly DiagnosticDescriptor s_inputNotRead = Rule.Of("SN3011", "Nobody reads an input");

    public static Problem InputNotRead(string name) =>
        new(s_inputNotRead, $"Nothing reads the input '{name}'; remove it, or read it with From = \"{name}\" or a merge");

    private static readonly DiagnosticDescriptor s_tooMuchMemory = Rule.Of("SN3012", "A layer needs too much memory");

    public static Problem TooMuchMemory(string layer, long floats, string purpose, long most) => new(
        s_tooMuchMemory,
        $"{layer} needs {floats} floats of memory for {purpose}, but at most {most} can be addressed; choose smaller sizes");

    public const string TooMuchCodeId = "SN3013";

    private static readonly DiagnosticDescriptor s_tooMuchCode = Rule.Of(TooMuchCodeId, "The code of a net is too long");

    public static Problem TooMuchCode(string layer, int most) => new(
        s_tooMuchCode,
        $"With {layer} the net's code has more than {most} characters, which no compiler takes in good time; "
            + $"have fewer layers of different sizes, smaller strides or a smaller UnrollBudget, or emit for fewer CPUs by "
            + $"StaticNetsTargets");

    private static readonly DiagnosticDescriptor s_unevenFilters = Rule.Of("SN3030", "The filters do not fall into equal groups");

    public static Problem UnevenFilters(string layer, int filters, int groups) => new(
        s_unevenFilters,
        $"{layer}: {filters} filters do not fall into {groups} equal groups; "
            + $"choose a number of groups that divides both channels and filters",
        "Groups");

    private static readonly DiagnosticDescriptor s_noOutput = Rule.Of("SN3070", "A layer cannot be a further output");

    public static Problem NoOutput(string name, string reason) =>
        new(s_noOutput, $"'{name}' cannot be a further output: {reason}; name another layer, or remove [Output]", "Layer");

    public static readonly DiagnosticDescriptor[] All =
    [
        s_rankMismatch, s_windowTooLarge, s_reshapeDoesNotFit, s_addShapesDiffer, s_concatenateShapesDiffer, s_unknownName,
        s_readsLaterLayer, s_layerNotRead, s_tooFewInputs, s_tooLarge, s_inputNotRead, s_tooMuchMemory, s_tooMuchCode, s_unevenFilters,
        s_noOutput,
    ];
}
