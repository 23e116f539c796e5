using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>
/// Reads rows of fields as RFC 4180 has them: fields may stand in quotes, a quote within is doubled, lines end with CR LF or LF. Empty
/// lines are passed
/// over. The fields of a row are valid until the next one is read.
/// </summary>
internal sealed class CsvReader(TextReader reader, char separator, string source)
{
    private const int MaxField = 10_000;
    private const int MaxFields = 1_000_000;

    private readonly StringBuilder _text = new();
    private readonly List<int> _ends = [];
    private char[] _row = [];
    private int _lineBreaks;

    /// <summary>The number of the row's first line, from 1.</summary>
    public int Line { get; private set; }

    public int Count => _ends.Count;

    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            int start = field == 0 ? 0 : _ends[field - 1];
            return _row.AsSpan(start, _ends[field] - start);
        }
    }

    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">A quote is wrong, or a field is too long.</exception>
    public bool Read()
    {
        do
        {
            if (reader.Peek() < 0)
            {
                return false;
            }

            Line = _lineBreaks + 1;
            _text.Clear();
            _ends.Clear();
            while (ReadField())
            {
            }
        }
        while (_ends.Count == 1 && _text.Length == 0);

        if (_row.Length < _text.Length)
        {
            _row = new char[_text.Length * 2];
        }

        _text.CopyTo(0, _row, _text.Length);
        return true;
    }

    /// <summary>An error that says where it is.</summary>
    public InvalidDataException Wrong(string reason) => new(Invariant($"{source}, line {Line}: {reason}."));

    /// <returns>Whether another field follows in this row.</returns>
    private bool ReadField()
    {
        int start = _text.Length;
        int next = reader.Read();
        if (next == '"')
        {
            next = ReadQuoted(start);
        }
        else
        {
            for (; next >= 0 && next != separator && next is not ('\r' or '\n'); next = reader.Read())
            {
                Append((char)next, start);
            }
        }

        if (_ends.Count == MaxFields)
        {
            throw Wrong(Invariant($"it has more than {MaxFields} fields"));
        }

        _ends.Add(_text.Length);
        return EndField(next);
    }

    /// <returns>The character behind the closing quote.</returns>
    private int ReadQuoted(int start)
    {
        while (true)
        {
            int next = reader.Read();
            if (next < 0)
            {
                throw Wrong("a quote is not closed");
            }

            if (next == '"')
            {
                next = reader.Read();
                if (next != '"')
                {
                    return next;
                }
            }

            _lineBreaks += next == '\n' ? 1 : 0;
            Append((char)next, start);
        }
    }

    private bool EndField(int next)
    {
        if (next == separator)
        {
            return true;
        }

        if (next == '\r' && reader.Peek() == '\n')
        {
            next = reader.Read();
        }

        if (next is not (< 0 or '\r' or '\n'))
        {
            throw Wrong(Invariant($"behind the closing quote of field {Count} stands '{(char.IsControl((char)next) ? '?' : (char)next)}'"));
        }

        _lineBreaks++;
        return false;
    }

    private void Append(char next, int start)
    {
        if (_text.Length - start == MaxField)
        {
            throw Wrong(Invariant($"field {Count + 1} has more than {MaxField} characters"));
        }

        _text.Append(next);
    }
}
