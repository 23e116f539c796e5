using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>What the columns of a CSV file are, and their values in a row.</summary>
internal sealed class CsvColumns
{
    private readonly CsvOptions _options;
    private readonly string[] _names;
    private readonly CsvColumn[] _inputs;
    private readonly CsvColumn[] _targets;
    private readonly int _label;
    private readonly CsvCategoryList? _classes;

    private CsvColumns(CsvOptions options, string[] names, string source)
    {
        _options = options;
        _names = names;
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidDataException(
                Invariant($"{source} has {twice.Count()} columns '{Shortened.Name(twice.Key)}'; each needs a name of its own."));
        }

        _label = options.LabelColumn is null ? -1 : Find(options.LabelColumn, source);
        if (HasLabel && (options.Classes is not null || options.IndexColumns.Contains(options.LabelColumn!)))
        {
            _classes = new CsvCategoryList(options.Classes ?? options.Categories.GetValueOrDefault(options.LabelColumn!), int.MaxValue);
        }

        _targets = [.. options.TargetColumns.Select(name => new CsvColumn(options, name, Find(name, source), isInput: false))];
        IEnumerable<string> inputs = options.InputColumns
            ?? names.Where(name => name != options.LabelColumn && !options.TargetColumns.Contains(name));
        _inputs = [.. inputs.Select(name => new CsvColumn(options, name, Find(name, source), isInput: true))];
        if (_inputs.Length == 0)
        {
            throw new InvalidDataException($"{source} has no column left for inputs.");
        }

        // Once the inputs are listed, these may name columns of other files.
        foreach (string name in options.InputColumns is null ? CsvOptionsCheck.NamesOf(options) : [])
        {
            Find(name, source);
        }
    }

    /// <summary>How many columns of inputs there are, of each of which one float is read.</summary>
    public int InputColumns => _inputs.Length;

    /// <summary>The same of targets.</summary>
    public int TargetColumns => _targets.Length;

    /// <summary>How many values a sample has, when all categories are known.</summary>
    public int InputCount { get; private set; }

    /// <summary>The same of targets.</summary>
    public int TargetCount { get; private set; }

    public bool HasLabel => _label >= 0;

    /// <summary>Whether an empty line is no row: it may be one where there is one column alone.</summary>
    public bool PassesOverEmptyLines => _names.Length > 1;

    /// <summary>The options with what was learned of the file.</summary>
    public CsvOptions Learned
    {
        get
        {
            Dictionary<string, IReadOnlyList<string>> categories = new(_options.Categories);
            foreach (CsvColumn column in _inputs.Concat(_targets).Where(column => column.Categories is not null))
            {
                categories[column.Name] = column.Categories!.Names;
            }

            return _options with
            {
                InputColumns = [.. _inputs.Select(column => column.Name)],
                Categories = categories,
                Classes = _classes?.Names,
            };
        }
    }

    /// <summary>Reads the first row: the header, or the first sample where there is none, at which the reader stays then.</summary>
    /// <exception cref="InvalidDataException">The file is empty or has other columns.</exception>
    public static CsvColumns Read(CsvReader reader, CsvOptions options, string source)
    {
        if (!reader.ReadHeader())
        {
            throw new InvalidDataException($"{source} is empty.");
        }

        string[] names =
            [.. Enumerable.Range(0, reader.Count).Select(i => options.HasHeader ? reader[i].Trim().ToString() : Invariant($"{i}"))];
        CsvColumns columns = new(options, names, source);
        reader.PassesOverEmptyLines = columns.PassesOverEmptyLines;
        if (!options.HasHeader && !columns.PassesOverEmptyLines)
        {
            reader.RefuseEmptyLine();
        }

        return columns;
    }

    /// <exception cref="InvalidDataException">The columns are not the same.</exception>
    public void CheckSame(CsvColumns other, string source, string otherSource)
    {
        if (!_names.AsSpan().SequenceEqual(other._names))
        {
            string here = string.Join(", ", other.FirstNames());
            string there = string.Join(", ", FirstNames());
            throw new InvalidDataException($"{otherSource} has other columns than {source}: {here}; there: {there}.");
        }
    }

    /// <summary>Reads the reader's row.</summary>
    /// <param name="row">The reader.</param>
    /// <param name="inputs">Receives a float of each of <see cref="InputColumns"/>.</param>
    /// <param name="targets">Receives a float of each of <see cref="TargetColumns"/>.</param>
    /// <returns>The label, or the number of its category; 0 where there is none.</returns>
    /// <exception cref="InvalidDataException">A value is wrong or missing.</exception>
    public int ReadRow(CsvReader row, Span<float> inputs, Span<float> targets)
    {
        if (row.Count != _names.Length)
        {
            throw row.Wrong(Invariant($"it has {row.Count} fields, but there are {_names.Length} columns"));
        }

        for (int i = 0; i < _inputs.Length; i++)
        {
            inputs[i] = _inputs[i].Read(row);
        }

        for (int i = 0; i < _targets.Length; i++)
        {
            targets[i] = _targets[i].Read(row);
        }

        return HasLabel ? ReadLabel(row) : 0;
    }

    /// <summary>All rows were read, so that all categories are known.</summary>
    /// <exception cref="InvalidDataException">A sample would have too many values.</exception>
    public void Close(string source)
    {
        _classes?.Close();
        InputCount = Close(_inputs, source);
        TargetCount = Close(_targets, source);
    }

    /// <summary>What the net gets as inputs of a row that was read.</summary>
    public void WriteInputs(ReadOnlySpan<float> read, Span<float> values) => Write(_inputs, read, values);

    /// <summary>What it gets as targets.</summary>
    public void WriteTargets(ReadOnlySpan<float> read, Span<float> values) => Write(_targets, read, values);

    /// <summary>The label of a row that was read.</summary>
    public int LabelOf(int read) => _classes?.PlaceOf(read) ?? read;

    private static int Close(CsvColumn[] columns, string source)
    {
        long count = 0;
        foreach (CsvColumn column in columns)
        {
            column.Categories?.Close();
            count += column.Width;
        }

        return count <= Array.MaxLength
            ? (int)count
            : throw new InvalidDataException(Invariant($"{source} gives {count} values a sample, more than fit."));
    }

    private static void Write(CsvColumn[] columns, ReadOnlySpan<float> read, Span<float> values)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            int width = (int)columns[i].Width;
            columns[i].Write(read[i], values[..width]);
            values = values[width..];
        }
    }

    private int ReadLabel(CsvReader row)
    {
        ReadOnlySpan<char> text = row[_label].Trim();
        if (_classes is not null)
        {
            bool isMissing = _options.Classes is null && text.IsEmpty;
            int number = isMissing ? -1 : _classes.NumberOf(text);
            return number >= 0 ? number : throw Wrong(row, _label, isMissing ? "is no class" : "is none of the classes");
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int label)
            ? label
            : throw Wrong(row, _label, "is no whole number from 0 on");
    }

    private InvalidDataException Wrong(CsvReader row, int column, string reason) =>
        row.Wrong($"'{Shortened.Name(row[column].ToString())}' in column '{Shortened.Name(_names[column])}' {reason}");

    private int Find(string name, string source)
    {
        int column = Array.IndexOf(_names, name);
        return column >= 0
            ? column
            : throw new InvalidDataException($"{source} has no column '{name}'; it has: {string.Join(", ", FirstNames())}.");
    }

    private IEnumerable<string> FirstNames()
    {
        const int Most = 20;
        IEnumerable<string> first = _names.Take(Most).Select(Shortened.Name);
        return _names.Length > Most ? first.Append("...") : first;
    }
}
