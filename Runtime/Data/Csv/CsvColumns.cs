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
    private readonly int[] _inputs;
    private readonly int[] _targets;
    private readonly int _label;

    private CsvColumns(CsvOptions options, string[] names, string source)
    {
        _options = options;
        _names = names;
        _label = options.LabelColumn is null ? -1 : Find(options.LabelColumn, source);
        _targets = [.. options.TargetColumns.Select(name => Find(name, source))];
        _inputs = options.InputColumns is null
            ? [.. Enumerable.Range(0, _names.Length).Where(column => column != _label && !_targets.Contains(column))]
            : [.. options.InputColumns.Select(name => Find(name, source))];
        if (_inputs.Length == 0)
        {
            throw new InvalidDataException($"{source} has no column left for inputs.");
        }
    }

    public int InputCount => _inputs.Length;

    public int TargetCount => _targets.Length;

    public bool HasLabel => _label >= 0;

    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static void Check(CsvOptions options)
    {
        if (options.LabelColumn is not null && options.TargetColumns.Count > 0)
        {
            throw new ArgumentException("LabelColumn and TargetColumns exclude each other.", nameof(options));
        }

        if (options.Separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("The separator can't be a quote or a line's end.", nameof(options));
        }
    }

    /// <summary>Reads the first row: the header, or the first sample where there is none, at which the reader stays then.</summary>
    /// <exception cref="InvalidDataException">The file is empty or has other columns.</exception>
    public static CsvColumns Read(CsvReader reader, CsvOptions options, string source)
    {
        if (!reader.Read())
        {
            throw new InvalidDataException($"{source} is empty.");
        }

        string[] names =
            [.. Enumerable.Range(0, reader.Count).Select(i => options.HasHeader ? reader[i].Trim().ToString() : Invariant($"{i}"))];
        return new CsvColumns(options, names, source);
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

    /// <summary>The values of the reader's row.</summary>
    /// <param name="row">The reader.</param>
    /// <param name="inputs">Receives <see cref="InputCount"/> values.</param>
    /// <param name="targets">Receives <see cref="TargetCount"/> values.</param>
    /// <returns>The label, or 0 where there is none.</returns>
    /// <exception cref="InvalidDataException">A value is wrong or missing.</exception>
    public int Values(CsvReader row, Span<float> inputs, Span<float> targets)
    {
        if (row.Count != _names.Length)
        {
            throw row.Wrong(Invariant($"it has {row.Count} fields, but there are {_names.Length} columns"));
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = Number(row, _inputs[i]);
        }

        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = Number(row, _targets[i]);
        }

        return HasLabel ? Label(row) : 0;
    }

    private float Number(CsvReader row, int column) =>
        float.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
            ? value
            : throw Wrong(row, column, "is no number");

    private int Label(CsvReader row)
    {
        ReadOnlySpan<char> text = row[_label].Trim();
        if (_options.Classes is null)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int label)
                ? label
                : throw Wrong(row, _label, "is no whole number from 0 on");
        }

        for (int i = 0; i < _options.Classes.Count; i++)
        {
            if (text.SequenceEqual(_options.Classes[i]))
            {
                return i;
            }
        }

        throw Wrong(row, _label, "is none of the classes");
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
