using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>All losses, one line each, with the settings that each has.</summary>
internal static class LossCatalogue
{
    private const string Method = "LossMethod";

    private static readonly LossKind[] s_kinds =
    [
        new("CategoricalCrossentropy", ["LabelSmoothing"], s => new CategoricalCrossentropy(s.LabelSmoothing)),
        new("SparseCategoricalCrossentropy", ["IgnoreClass"], s => new SparseCategoricalCrossentropy(s.IgnoreClass)),
        new("BinaryCrossentropy", ["LabelSmoothing"], s => new BinaryCrossentropy(s.LabelSmoothing)),
        new("MeanSquaredError", [], _ => new MeanSquaredError()),
        new("MeanAbsoluteError", [], _ => new MeanAbsoluteError()),
        new("MeanAbsolutePercentageError", [], _ => new MeanAbsolutePercentageError()),
        new("MeanSquaredLogarithmicError", [], _ => new MeanSquaredLogarithmicError()),
        new("Huber", ["Delta"], s => new Huber(s.Delta)),
        new("LogCosh", [], _ => new LogCosh()),
        new("BinaryFocalCrossentropy", ["Gamma", "Alpha", "ApplyClassBalancing", "LabelSmoothing"], Focal),
        new(
            "CategoricalFocalCrossentropy",
            ["Gamma", "Alpha", "LabelSmoothing"],
            s => new CategoricalFocalCrossentropy(s.Gamma, s.Alpha, s.LabelSmoothing)),
        new("Hinge", [], _ => new Hinge(isSquared: false)),
        new("SquaredHinge", [], _ => new Hinge(isSquared: true)),
        new("CategoricalHinge", [], _ => new CategoricalHinge()),
        new("KlDivergence", [], _ => new KlDivergence()),
        new("Poisson", [], _ => new Poisson()),
        new("CosineSimilarity", [], _ => new CosineSimilarity()),
    ];

    /// <summary>Whether an attribute names a loss, or a method that is one.</summary>
    public static bool IsGiven(ArgumentReader arguments) => arguments.Has("Loss") || arguments.Has(Method);

    /// <summary>The loss that an attribute names, with the settings that stand beside it, or null after reporting an unknown one.</summary>
    public static LossFunction? Read(ArgumentReader arguments)
    {
        if (arguments.Has(Method))
        {
            LossFunction? own = arguments.Function(Method) is { } function ? new UserLoss(function) : null;
            RefuseSettings(arguments, own?.Name ?? arguments.Text(Method) ?? "", []);
            return own;
        }

        string name = arguments.Enum("Loss", "", s_kinds.Select(kind => kind.Name));
        if (s_kinds.FirstOrDefault(kind => kind.Name == name) is not { } loss)
        {
            return null;
        }

        RefuseSettings(arguments, name, loss.Settings);
        return loss.Create(new LossSettings(arguments));
    }

    /// <summary>Settings that only other losses have.</summary>
    private static void RefuseSettings(ArgumentReader arguments, string loss, IReadOnlyList<string> settings)
    {
        foreach (string setting in LossSettings.Names.Where(setting => arguments.Has(setting) && !settings.Contains(setting)))
        {
            arguments.Problems.Add("SN4010", setting, setting, loss, settings.Count == 0 ? "no settings" : string.Join(", ", settings));
        }
    }

    private static LossFunction Focal(LossSettings settings) =>
        new BinaryFocalCrossentropy(settings.Gamma, settings.ApplyClassBalancing ? settings.Alpha : null, settings.LabelSmoothing);

    /// <summary>A loss by name.</summary>
    private sealed record LossKind(string Name, IReadOnlyList<string> Settings, Func<LossSettings, LossFunction> Create);
}
