using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>
/// Reads which loss an output has, with its settings. All losses stand here, one line each, with the settings that each has.
/// </summary>
internal static class LossReader
{
    private const string Method = "LossMethod";

    /// <summary>All settings that some loss has.</summary>
    public static readonly string[] Settings = ["LabelSmoothing", "Delta", "Gamma", "Alpha", "ApplyClassBalancing", "IgnoreClass"];

    private static readonly LossKind[] s_kinds =
    [
        new(OfProbabilities("CategoricalCrossentropy", "Softmax"), ["LabelSmoothing"]),
        new(OfProbabilities("SparseCategoricalCrossentropy", "Softmax") with { IsSparse = true }, ["IgnoreClass"]),
        new(OfProbabilities("BinaryCrossentropy", "Sigmoid"), ["LabelSmoothing"]),
        new(new("MeanSquaredError"), []),
        new(new("MeanAbsoluteError"), []),
        new(new("MeanAbsolutePercentageError"), []),
        new(new("MeanSquaredLogarithmicError"), []),
        new(new("Huber"), ["Delta"]),
        new(new("LogCosh"), []),
        new(OfProbabilities("BinaryFocalCrossentropy", "Sigmoid"), ["Gamma", "Alpha", "ApplyClassBalancing", "LabelSmoothing"]),
        new(OfProbabilities("CategoricalFocalCrossentropy", null), ["Gamma", "Alpha", "LabelSmoothing"]),
        new(new("Hinge"), []),
        new(new("SquaredHinge"), []),
        new(new("CategoricalHinge"), []),
        new(OfProbabilities("KlDivergence", null), []),
        new(new("Poisson"), []),
        new(new("CosineSimilarity"), []),
    ];

    /// <summary>Whether an attribute names a loss, or a method that is one.</summary>
    public static bool IsGiven(ArgumentReader arguments) => arguments.Has("Loss") || arguments.Has(Method);

    /// <summary>The loss that an attribute names, with the settings that stand beside it, or null after reporting an unknown one.</summary>
    public static Loss? Read(ArgumentReader arguments)
    {
        if (arguments.Has(Method))
        {
            Loss? own = arguments.Function(Method) is { } function ? Loss.Of(function) : null;
            RefuseSettings(arguments, own?.Name ?? arguments.Text(Method) ?? "", []);
            return own;
        }

        string name = arguments.Enum("Loss", "", s_kinds.Select(kind => kind.Loss.Name));
        if (s_kinds.FirstOrDefault(kind => kind.Loss.Name == name) is not { } kind)
        {
            return null;
        }

        RefuseSettings(arguments, name, kind.Settings);
        return kind.Settings.Aggregate(kind.Loss, (loss, setting) => Set(loss, setting, arguments));
    }

    private static Loss OfProbabilities(string name, string? fusedActivation) =>
        new(name) { ReadsProbabilities = true, FusedActivation = fusedActivation };

    /// <summary>Settings have Keras' defaults, and are checked.</summary>
    private static Loss Set(Loss loss, string setting, ArgumentReader arguments) => setting switch
    {
        "LabelSmoothing" => loss with { LabelSmoothing = Share(arguments, setting, 0) },
        "Delta" => loss with { Delta = arguments.Positive(setting, 1) },
        "Gamma" => loss with { Gamma = arguments.NotNegative(setting, 2) },
        "Alpha" => loss with { Alpha = Share(arguments, setting, 0.25) },
        "ApplyClassBalancing" => arguments.Boolean(setting, false) ? loss : loss with { Alpha = null },
        "IgnoreClass" => loss with { IgnoreClass = arguments.Has(setting) ? arguments.Integer(setting, 0) : null },
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No setting of a loss."),
    };

    private static double Share(ArgumentReader arguments, string name, double defaultValue) =>
        arguments.InRange(name, defaultValue, value => value >= 0 && value <= 1, "between 0 and 1");

    /// <summary>Settings that only other losses have.</summary>
    private static void RefuseSettings(ArgumentReader arguments, string loss, IReadOnlyList<string> settings)
    {
        foreach (string setting in Settings.Where(setting => arguments.Has(setting) && !settings.Contains(setting)))
        {
            arguments.Problems.Add("SN4010", setting, setting, loss, settings.Count == 0 ? "no settings" : string.Join(", ", settings));
        }
    }

    /// <summary>A loss with Keras' defaults, and the settings that it has, in the order in which they are read.</summary>
    private sealed record LossKind(Loss Loss, IReadOnlyList<string> Settings);
}
