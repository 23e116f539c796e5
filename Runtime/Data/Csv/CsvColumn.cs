using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using StaticNets.Serialization;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>
/// A column of inputs or targets: numbers, or categories. What is read from a field is one float, a number or that of a category; what the
/// net gets of it is written when all categories are known.
/// </summary>
internal sealed class CsvColumn
{
    private const int MostOneHot = 10_000;
    private const int MostIndexes = 1 << 20; // floats count further

    private readonly CsvOptions _options;
    private readonly int _field;
    private readonly bool _isOneHot;
    private readonly bool _marksAreNumbers;
    private readonly bool _hasIndicator;
    private readonly float? _missingValue;

    /// <param name="options">The options.</param>
    /// <param name="name">Its name.</param>
    /// <param name="field">Its number in a row.</param>
    /// <param name="isInput">Whether it is one of the inputs, whose fields may be missing.</param>
    public CsvColumn(CsvOptions options, string name, int field, bool isInput)
    {
        _options = options;
        _field = field;
        Name = name;
        _isOneHot = options.OneHotColumns.Contains(name);
        if (_isOneHot || options.IndexColumns.Contains(name))
        {
            Categories = new CsvCategoryList(options.Categories.GetValueOrDefault(name), _isOneHot ? MostOneHot : MostIndexes);
        }

        _marksAreNumbers = options.MissingMarks.Any(mark => TryNumber(mark, out _));
        _hasIndicator = isInput && options.MissingIndicators.Contains(name);
        double? own = options.MissingValues.TryGetValue(name, out double value) ? value : null;
        bool isIndex = Categories is not null && !_isOneHot;
        _missingValue = !isInput ? null : (float?)(own ?? (isIndex ? null : options.MissingValue) ?? (_hasIndicator ? 0 : null));
    }

    public string Name { get; }

    /// <summary>Its categories; null where it holds numbers.</summary>
    public CsvCategoryList? Categories { get; }

    /// <summary>How many values a sample has of it, when all categories are known.</summary>
    public long Width => (_isOneHot ? Categories!.Names.Count : 1) + (_hasIndicator ? 1 : 0);

    /// <summary>A row's field.</summary>
    /// <returns>A number, or that of a category; NaN where it is missing.</returns>
    /// <exception cref="InvalidDataException">It is neither.</exception>
    public float Read(CsvReader row) => Categories is null ? ReadNumber(row) : ReadCategory(row);

    /// <summary>What the net gets of a field that was read.</summary>
    public void Write(float read, Span<float> values)
    {
        bool isMissing = float.IsNaN(read);
        if (_hasIndicator)
        {
            values[^1] = isMissing ? 1 : 0;
            values = values[..^1];
        }

        if (!_isOneHot)
        {
            values[0] = isMissing ? _missingValue!.Value : Categories?.PlaceOf((int)read) ?? read;
            return;
        }

        values.Clear();
        if (!isMissing)
        {
            values[Categories!.PlaceOf((int)read)] = 1;
        }
    }

    private float ReadNumber(CsvReader row)
    {
        ReadOnlySpan<char> text = row[_field];
        if (_marksAreNumbers && IsMark(text))
        {
            return Missing(row, "is a mark of a missing number");
        }

        if (TryNumber(text, out float value))
        {
            return value;
        }

        if (IsMark(text))
        {
            return Missing(row, "is no number");
        }

        throw Wrong(row, float.IsInfinity(value) && text.ContainsAnyInRange('0', '9')
            ? "is larger than a float can be (3.4e38)"
            : "is no number");
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out float value) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);

    private float ReadCategory(CsvReader row)
    {
        ReadOnlySpan<char> text = row[_field].Trim();
        if (IsMark(text) && !Categories!.Contains(text))
        {
            return Missing(row, "is no category");
        }

        int number = Categories!.NumberOf(text);
        return number >= 0 ? number : throw Wrong(row, number == -1
            ? "is none of the column's categories"
            : Invariant($"is a category too many: there may be {(_isOneHot ? MostOneHot : MostIndexes)}"));
    }

    private bool IsMark(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        for (int i = 0; i < _options.MissingMarks.Count; i++)
        {
            if (text.SequenceEqual(_options.MissingMarks[i]))
            {
                return true;
            }
        }

        return false;
    }

    private float Missing(CsvReader row, string reason)
    {
        const string Ways = "CsvOptions.MissingValue, MissingValues or MissingIndicators can say what an input is without one";
        return _missingValue is not null ? float.NaN : throw Wrong(row, $"{reason}; {Ways}");
    }

    private InvalidDataException Wrong(CsvReader row, string reason) =>
        row.Wrong($"'{Shortened.Name(row[_field].ToString())}' in column '{Shortened.Name(Name)}' {reason}");
}
