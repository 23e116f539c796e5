using System;
using System.Collections.Generic;
using System.IO;

namespace StaticNets;

/// <summary>How <c>Evaluate</c> evaluates.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Samples a batch; it changes the memory needed, and the result by no more than the rounding of a sum. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>What is computed beside the loss, of each output. Default: the net's own metrics.</summary>
    public IReadOnlyList<Metric>? Metrics { get; init; }

    /// <summary>
    /// The classes whose own precision, recall and F1 score are computed, as <c>recall_class_1</c>, instead of those of all classes
    /// together. Default: those that the net declares.
    /// </summary>
    public IReadOnlyList<int>? ClassIds { get; init; }

    /// <summary>Whether it is counted which classes are taken for which: <see cref="Evaluation.ConfusionMatrix"/>. Default false.</summary>
    public bool ConfusionMatrix { get; init; }

    /// <summary>The output whose classes are counted, of a net with several. Default: the only output.</summary>
    public string? ConfusionMatrixOutput { get; init; }

    /// <summary>Whether a table with precision, recall and F1 score of each class is printed. Default false.</summary>
    public bool PrintTable { get; init; }

    /// <summary>Where the table is printed. Default: the console.</summary>
    public TextWriter Output { get; init; } = Console.Out;
}
