using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>What can be wrong with the shapes and with who reads whom.</summary>
internal static class GraphDiagnostics
{
    /// <summary>{0} the layer, {1} the shape it needs, {2} the layer it reads, {3} its shape, {4} the way out.</summary>
    public static readonly DiagnosticDescriptor RankMismatch = new(
        "SN3001",
        "The input has the wrong number of axes",
        "{0} needs an input of shape {1} but {2} left {3}; {4}",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} its window, {2} the layer it reads, {3} its height and width.</summary>
    public static readonly DiagnosticDescriptor WindowTooLarge = new(
        "SN3002",
        "The window is larger than the input",
        "{0} needs a {1} window but {2} left {3}; use Padding.Same or remove a pooling layer",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} how many fit, {2} the layer it reads, {3} its shape, {4} its number of values.</summary>
    public static readonly DiagnosticDescriptor ReshapeDoesNotFit = new(
        "SN3003",
        "The new shape does not fit",
        "{0} needs {1} but {2} left {3}, which are {4} values; choose sizes whose product is {4}, or write -1 for one of them",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} and {3} what it reads, {2} and {4} their shapes.</summary>
    public static readonly DiagnosticDescriptor AddShapesDiffer = new(
        "SN3004",
        "Layers to merge have different shapes",
        "{0} merges value by value, but '{1}' has {2} and '{3}' has {4}; give them the same sizes, or size 1 where one value serves all",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} and {3} what it reads, {2} and {4} their shapes, {5} the axis, {6} the way out.</summary>
    public static readonly DiagnosticDescriptor ConcatenateShapesDiffer = new(
        "SN3005",
        "Layers to concatenate do not fit together",
        "{0}: '{1}' of shape {2} and '{3}' of shape {4} do not fit together along axis {5}; {6}",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the name, {2} the names above.</summary>
    public static readonly DiagnosticDescriptor UnknownName = new(
        "SN3006",
        "No layer has this name",
        "{0} reads '{1}', but no layer and no input has this name; those above it are {2}",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} the name, {2} the names above.</summary>
    public static readonly DiagnosticDescriptor ReadsLaterLayer = new(
        "SN3007",
        "A layer reads itself or a later one",
        "{0} reads '{1}', which does not come before it; move it below '{1}', or read one of {2}",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} its name.</summary>
    public static readonly DiagnosticDescriptor LayerNotRead = new(
        "SN3008",
        "Nobody reads a layer",
        "Nothing reads {0}; remove it, or read it with From = \"{1}\" or a merge",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} how many it reads, {2} its kind.</summary>
    public static readonly DiagnosticDescriptor TooFewInputs = new(
        "SN3009",
        "A merge needs two inputs",
        "{0} needs at least two layers to read, but has {1}; name them: [{2}(\"a\", \"b\")], where one name means the layer "
            + "above and that one",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} how many, {2} how many fit.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "SN3010",
        "A layer is too large",
        "{0} would hold {1} values, but at most {2} fit; choose smaller sizes, or pool before it",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} and {1} the input.</summary>
    public static readonly DiagnosticDescriptor InputNotRead = new(
        "SN3011",
        "Nobody reads an input",
        "Nothing reads the input '{0}'; remove it, or read it with From = \"{1}\" or a merge",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} floats, {2} what for, {3} how many fit.</summary>
    public static readonly DiagnosticDescriptor TooMuchMemory = new(
        "SN3012",
        "A layer needs too much memory",
        "{0} needs {1} floats of memory for {2}, but at most {3} can be addressed; choose smaller sizes",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} how many characters fit.</summary>
    public static readonly DiagnosticDescriptor TooMuchCode = new(
        "SN3013",
        "The code of a net is too long",
        "With {0} the net's code has more than {1} characters, which no compiler takes in good time; have fewer layers of different "
            + "sizes, smaller strides or a smaller UnrollBudget, or emit for fewer CPUs by StaticNetsTargets",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the name, {1} the reason.</summary>
    public static readonly DiagnosticDescriptor NoOutput = new(
        "SN3070",
        "A layer cannot be a further output",
        "'{0}' cannot be a further output: {1}; name another layer, or remove [Output]",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>{0} the layer, {1} its filters, {2} the groups.</summary>
    public static readonly DiagnosticDescriptor UnevenFilters = new(
        "SN3030",
        "The filters do not fall into equal groups",
        "{0}: {1} filters do not fall into {2} equal groups; choose a number of groups that divides both channels and filters",
        DiagnosticCategory.Graph,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor[] All =
    [
        NoOutput,
        RankMismatch,
        WindowTooLarge,
        ReshapeDoesNotFit,
        AddShapesDiffer,
        ConcatenateShapesDiffer,
        UnknownName,
        ReadsLaterLayer,
        LayerNotRead,
        TooFewInputs,
        TooLarge,
        InputNotRead,
        TooMuchMemory,
        TooMuchCode,
        UnevenFilters,
    ];
}
