using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>A dataset from a CSV file.</summary>
internal sealed class CsvDataset
{
    private readonly CsvReader _reader;
    private readonly CsvOptions _options;
    private readonly string[] _columns;
    private readonly int[] _inputs;
    private readonly int[] _targets;
    private readonly int _label;
    private readonly List<float> _inputValues = [];
    private readonly List<float> _targetValues = [];
    private readonly List<int> _labels = [];

    private CsvDataset(CsvReader reader, CsvOptions options, string source)
    {
        _reader = reader;
        _options = options;
        if (!reader.Read())
        {
            throw new InvalidDataException($"{source} is empty.");
        }

        _columns = [.. Enumerable.Range(0, reader.Count).Select(i => options.HasHeader ? reader[i].Trim().ToString() : Invariant($"{i}"))];
        _label = options.LabelColumn is null ? -1 : Find(options.LabelColumn, source);
        _targets = [.. options.TargetColumns.Select(name => Find(name, source))];
        _inputs = options.InputColumns is null
            ? [.. Enumerable.Range(0, _columns.Length).Where(column => column != _label && !_targets.Contains(column))]
            : [.. options.InputColumns.Select(name => Find(name, source))];
        if (_inputs.Length == 0)
        {
            throw new InvalidDataException($"{source} has no column left for inputs.");
        }
    }

    /// <exception cref="InvalidDataException">The contents are damaged or don't fit the options.</exception>
    public static Dataset Read(TextReader text, CsvOptions options, string source)
    {
        if (options.LabelColumn is not null && options.TargetColumns.Count > 0)
        {
            throw new ArgumentException("LabelColumn and TargetColumns exclude each other.", nameof(options));
        }

        if (options.Separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("The separator can't be a quote or a line's end.", nameof(options));
        }

        try
        {
            CsvReader reader = new(text, options.Separator, source);
            return new CsvDataset(reader, options, source).ReadRows(source);
        }
        catch (DecoderFallbackException damaged)
        {
            throw new InvalidDataException($"{source} is not UTF-8: {damaged.Message}", damaged);
        }
    }

    private Dataset ReadRows(string source)
    {
        bool more = !_options.HasHeader || _reader.Read();
        for (; more; more = _reader.Read())
        {
            if (_reader.Count != _columns.Length)
            {
                throw _reader.Wrong(Invariant($"it has {_reader.Count} fields, but there are {_columns.Length} columns"));
            }

            foreach (int column in _inputs)
            {
                _inputValues.Add(Number(column));
            }

            foreach (int column in _targets)
            {
                _targetValues.Add(Number(column));
            }

            if (_label >= 0)
            {
                _labels.Add(Label());
            }
        }

        if (_inputValues.Count == 0)
        {
            throw new InvalidDataException($"{source} holds no samples.");
        }

        float[] inputs = [.. _inputValues];
        return _label >= 0 ? new Dataset(inputs, _labels.ToArray(), _inputs.Length)
            : _targets.Length > 0 ? new Dataset(inputs, _targetValues.ToArray(), _inputs.Length)
            : new Dataset(inputs, _inputs.Length);
    }

    private float Number(int column) =>
        float.TryParse(_reader[column], NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value)
            ? value
            : throw Wrong(column, "is no number");

    private int Label()
    {
        ReadOnlySpan<char> text = _reader[_label].Trim();
        if (_options.Classes is null)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int label)
                ? label
                : throw Wrong(_label, "is no whole number from 0 on");
        }

        for (int i = 0; i < _options.Classes.Count; i++)
        {
            if (text.SequenceEqual(_options.Classes[i]))
            {
                return i;
            }
        }

        throw Wrong(_label, "is none of the classes");
    }

    private InvalidDataException Wrong(int column, string reason) =>
        _reader.Wrong($"'{Shortened.Name(_reader[column].ToString())}' in column '{Shortened.Name(_columns[column])}' {reason}");

    private int Find(string name, string source)
    {
        int column = Array.IndexOf(_columns, name);
        return column >= 0
            ? column
            : throw new InvalidDataException($"{source} has no column '{name}'; it has: {string.Join(", ", FirstColumns())}.");
    }

    private IEnumerable<string> FirstColumns()
    {
        const int Most = 20;
        IEnumerable<string> first = _columns.Take(Most).Select(Shortened.Name);
        return _columns.Length > Most ? first.Append("...") : first;
    }
}
