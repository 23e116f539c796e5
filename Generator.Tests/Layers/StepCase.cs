using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>Layers in a row, to be run on samples as they are and, each in a <c>[TimeDistributed]</c>, on sequences of these.</summary>
/// <param name="Shapes">Shapes that the first one may read; the last that it takes counts.</param>
/// <param name="Layers">Their attributes.</param>
internal sealed record StepCase(string[] Shapes, params string[] Layers)
{
    /// <summary>Steps of a sequence. With as many samples as a power of two the same mean comes out to the last bit.</summary>
    public const int Steps = 4;

    private static readonly string[] s_shapes = ["6", "4, 6", "5, 4, 6"];

    // Where two for each number of the constructor's does not fit.
    private static readonly Dictionary<string, string> s_written = new()
    {
        ["GroupNormalization"] = "GroupNormalization(3)",
        ["Permute"] = "Permute(2, 1)",
        ["Reshape"] = "Reshape(-1, 2)",
    };

    // Options by which a layer becomes others, needs other buffers, or goes another way through its passes.
    private static readonly StepCase[] s_further =
    [
        new(["4, 4, 2"], "DepthwiseConv2D(2, DepthMultiplier = 3)"),
        new(["5, 4, 3"], "SeparableConv2D(4, 2, DepthMultiplier = 2, Activation = Activation.Relu)"),
        new(["5, 4, 6"], "Conv2D(4, 3, Padding = Padding.Same, Activation = Activation.Softmax)"),
        new(["5, 4, 6"], "MaxPooling2D(3, Strides = 1, Padding = Padding.Same)", "Permute(3, 1, 2)"),
        new(["5, 4, 6"], "Conv2D(4, 2, Groups = 2, Activation = Activation.Relu)"),
        new(["7, 6, 2"], "Conv2D(9, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF4)", "MaxPooling2D(2)"),
        new(["7, 6, 2"], "Dropout(0.25)", "ZeroPadding2D(1)", "Conv2D(5, 2)", "ReLU", "MaxPooling2D(2)", "Flatten"),
        new(["4, 6"], "Conv1D(3, 2, Padding = Padding.Causal, Activation = Activation.Tanh)", "GlobalMaxPooling1D(KeepDims = true)"),
        new(["4, 6"], "LSTM(3, Dropout = 0.5)"),
        new(["4, 6"], "LSTM(3, ReturnSequences = true, GoBackwards = true, Dropout = 0.25, RecurrentDropout = 0.25)"),
        new(["4, 6"], "GRU(3, ResetAfter = false, ReturnSequences = true)"),
        new(["4, 6"], "GRU(3, Dropout = 0.5, RecurrentDropout = 0.25)"),
        new(["4, 6"], "Bidirectional, LSTM(3, ReturnSequences = true)"),
        new(["4, 6"], "Bidirectional(MergeMode = MergeMode.Mul), GRU(2, Dropout = 0.25)"),
        new(["4, 6"], "MultiHeadAttention(2, 3, UseCausalMask = true, Dropout = 0.25)"),
        new(["4, 6"], "TimeDistributed, Dense(3, Activation = Activation.Relu)"),
        new(["3, 4, 6"], "TimeDistributed, Dropout(0.5)", "TimeDistributed, Bidirectional, LSTM(2, ReturnSequences = true)"),
        new(["2, 4, 4, 3"], "TimeDistributed, SeparableConv2D(4, 2)", "TimeDistributed, Flatten"),
        new(["4, 6"], "LayerNormalization(Axes = new[] { 1, 2 })"),
        new(["4, 6"], "PReLU(SharedAxes = new[] { 1 })"),
        new(["6"], "Dense(5, Activation = Activation.Sparsemax, L2 = 0.01)"),
    ];

    /// <summary>All layers of the catalogue but for inputs, and what is worth a case of its own.</summary>
    public static IReadOnlyList<StepCase> All { get; } =
    [
        .. LayerCatalogue.Names.Where(kind => kind != "Input").Select(kind => new StepCase(s_shapes, Written(kind))),
        .. s_further,
    ];

    /// <summary>Whether it stands for a kind of layer, which may be refused.</summary>
    public bool IsOfCatalogue => Shapes == s_shapes;

    /// <summary>A net with the layers on samples as they are.</summary>
    public string Alone(string name, string shape) => Net(name, shape, string.Join(", ", Layers));

    /// <summary>A net with each layer in a <c>[TimeDistributed]</c>.</summary>
    public string Wrapped(string name, string shape) =>
        Net(name, $"{Steps}, {shape}", string.Join(", ", Layers.Select(layer => "TimeDistributed, " + layer)));

    public override string ToString() => string.Join(", ", Layers);

    /// <summary>Layers with weights stand before and behind, so that gradients come in and go on.</summary>
    private static string Net(string name, string shape, string layers) =>
        $"using StaticNets; [StaticNet(UnrollBudget = 1), Input({shape}), Dense({shape.Split(',')[^1]}, Activation = Activation.Tanh), {layers}, Dense(3), "
            + $"Compile(Loss.MeanSquaredError, Optimizer.Sgd)] public sealed partial class {name};";

    private static string Written(string kind) => s_written.TryGetValue(kind, out string? written) ? written : kind + Arguments(kind);

    /// <summary>What must be given: the constructor with the fewest parameters that must.</summary>
    private static string Arguments(string kind)
    {
        Type attribute = typeof(StaticNetAttribute).Assembly.GetType($"StaticNets.{kind}Attribute", throwOnError: true)!;
        ParameterInfo[] needed = attribute.GetConstructors()
            .Select(constructor => constructor.GetParameters().Where(IsNeeded).ToArray())
            .Where(parameters => !parameters.Any(parameter => parameter.ParameterType.IsArray))
            .OrderBy(parameters => parameters.Length)
            .First();
        return needed.Length == 0 ? "" : $"({string.Join(", ", needed.Select(Argument))})";
    }

    private static bool IsNeeded(ParameterInfo parameter) => !parameter.IsOptional && !parameter.IsDefined(typeof(ParamArrayAttribute));

    private static string Argument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? "2"
        : parameter.ParameterType == typeof(double) ? "0.5"
        : parameter.ParameterType == typeof(Activation) ? "Activation.Tanh"
        : throw new InvalidOperationException($"There is no value for {parameter}.");
}
