using System.Collections.Generic;

namespace StaticNets;

/// <summary>
/// What the columns of a CSV file are. Columns are named by the header, or by their numbers, from 0, where there is none. Give either
/// <see cref="LabelColumn"/> or <see cref="TargetColumns"/>, or neither for samples to predict.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>What stands between two fields. Default a comma.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the first line names the columns. Default true.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The column with the class of each sample: a whole number from 0, or one of <see cref="Classes"/>. Default: none.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>
    /// The names of the classes as they stand in the label column, in the order of their numbers. Default: it holds numbers.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>The columns with the wished-for outputs. Default: none.</summary>
    public IReadOnlyList<string> TargetColumns { get; init; } = [];

    /// <summary>The columns with the inputs, in this order. Default: all others, in the order of the file.</summary>
    public IReadOnlyList<string>? InputColumns { get; init; }
}
