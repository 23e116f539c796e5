using System.Collections.Generic;
using System.IO;
using StaticNets.Data;

namespace StaticNets;

/// <summary>
/// What the columns of a CSV file are. Columns are named by the header, or by their numbers, from 0, where there is none. Without
/// <see cref="LabelColumn"/> and <see cref="TargetColumns"/> the samples are there to predict. What a data set has learned from its file,
/// such as the categories of a column, is in its own options (<see cref="Dataset.CsvOptions"/>, <see cref="CsvSource.CsvOptions"/>): with
/// these, other files are read in the same way.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>What stands between two fields. Default a comma.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the first line names the columns. Default true.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>
    /// The column with the class of each sample: a whole number from 0, one of <see cref="Classes"/>, or, where it is one of the
    /// <see cref="IndexColumns"/>, whatever stands there. Default: none.
    /// </summary>
    public string? LabelColumn { get; init; }

    /// <summary>
    /// The names of the classes as they stand in the label column, in the order of their numbers. Default: it holds numbers, or they are
    /// learned.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>The columns with the wished-for outputs, beside a label where there is one. Default: none.</summary>
    public IReadOnlyList<string> TargetColumns { get; init; } = [];

    /// <summary>The columns with the inputs, in this order. Default: all others, in the order of the file.</summary>
    public IReadOnlyList<string>? InputColumns { get; init; }

    /// <summary>
    /// Columns of categories, words or numbers, each of which becomes one value: 1 where it stands in the field, else 0. Default: none.
    /// </summary>
    public IReadOnlyList<string> OneHotColumns { get; init; } = [];

    /// <summary>
    /// Columns of categories that become their numbers, from 0: inputs for an embedding, or the label column. Default: none.
    /// </summary>
    public IReadOnlyList<string> IndexColumns { get; init; } = [];

    /// <summary>
    /// The categories of columns, in the order of their numbers; others are refused then. Default: those that stand in the file, in the
    /// order of their characters' codes.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What stands in a field that has no value. Default: nothing, <c>NA</c>, <c>N/A</c>, <c>NaN</c> or <c>null</c>.</summary>
    public IReadOnlyList<string> MissingMarks { get; init; } = ["", "NA", "N/A", "NaN", "null"];

    /// <summary>
    /// The number that an input has whose field has no value; of a one-hot column all values are 0 then. Default: such a field is refused.
    /// </summary>
    public double? MissingValue { get; init; }

    /// <summary>The same for single columns; that of an index column is the number of a category. Default: none.</summary>
    public IReadOnlyDictionary<string, double> MissingValues { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// Columns behind whose inputs there is one more: 1 where the field has no value, else 0. The others are 0 then, or what
    /// <see cref="MissingValue"/> and <see cref="MissingValues"/> say. Default: none.
    /// </summary>
    public IReadOnlyList<string> MissingIndicators { get; init; } = [];

    /// <summary>Writes the options to a file in JSON, for a program that predicts.</summary>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public void Save(string path) => CsvOptionsFile.Write(path, this);

    /// <summary>Reads options that <see cref="Save"/> has written.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or something else; the message says where.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static CsvOptions Load(string path) => CsvOptionsFile.Read(path);
}
