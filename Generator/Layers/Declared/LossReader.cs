using StaticNets.Generator.Diagnostics;
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
        new(OfProbabilities(Shared.Loss.CategoricalCrossentropy, "Softmax"), ["LabelSmoothing"]),
        new(OfProbabilities(Shared.Loss.SparseCategoricalCrossentropy, "Softmax") with { IsSparse = true }, ["IgnoreClass"]),
        new(OfProbabilities(Shared.Loss.BinaryCrossentropy, "Sigmoid"), ["LabelSmoothing"]),
        new(Of(Shared.Loss.MeanSquaredError), []),
        new(Of(Shared.Loss.MeanAbsoluteError), []),
        new(Of(Shared.Loss.MeanAbsolutePercentageError), []),
        new(Of(Shared.Loss.MeanSquaredLogarithmicError), []),
        new(Of(Shared.Loss.Huber), ["Delta"]),
        new(Of(Shared.Loss.LogCosh), []),
        new(OfProbabilities(Shared.Loss.BinaryFocalCrossentropy, "Sigmoid"), ["Gamma", "Alpha", "ApplyClassBalancing", "LabelSmoothing"]),
        new(OfProbabilities(Shared.Loss.CategoricalFocalCrossentropy, null), ["Gamma", "Alpha", "LabelSmoothing"]),
        new(Of(Shared.Loss.Hinge), []),
        new(Of(Shared.Loss.SquaredHinge), []),
        new(Of(Shared.Loss.CategoricalHinge), []),
        new(OfProbabilities(Shared.Loss.KlDivergence, null), []),
        new(Of(Shared.Loss.Poisson), []),
        new(Of(Shared.Loss.CosineSimilarity), []),
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

        if (arguments.EnumOrNull<Shared.Loss>("Loss") is not { } given)
        {
            return null;
        }

        LossKind kind = s_kinds.First(known => known.Loss.Name == given.ToString());
        RefuseSettings(arguments, kind.Loss.Name, kind.Settings);
        return kind.Settings.Aggregate(kind.Loss, (loss, setting) => Set(loss, setting, arguments));
    }

    private static Loss Of(Shared.Loss loss) => new(loss.ToString());

    private static Loss OfProbabilities(Shared.Loss loss, string? fusedActivation) =>
        Of(loss) with { ReadsProbabilities = true, FusedActivation = fusedActivation };

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
            string known = settings.Count == 0 ? "no settings" : string.Join(", ", settings);
            arguments.Problems.Add(TrainingDiagnostics.SettingOfAnotherLoss(setting, loss, known));
        }
    }

    /// <summary>A loss with Keras' defaults, and the settings that it has, in the order in which they are read.</summary>
    private sealed record LossKind(Loss Loss, IReadOnlyList<string> Settings);
}
