using System;
using System.Collections.Generic;
using System.IO;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>
/// Reads rows of fields as RFC 4180 has them: fields may stand in quotes, a quote within is doubled, lines end with CR LF or LF. Empty
/// lines are passed over where they can't be rows, and so is a byte order mark. A field of nothing but quotes makes its line a row. The
/// fields of a row are valid until the next one is read.
/// </summary>
internal sealed class CsvReader(ICharReader text, char separator, string source)
{
    private const int MaxField = 10_000;
    private const int MaxFields = 1_000_000;
    private const int MaxRow = 1 << 26;
    private const char ByteOrderMark = '\uFEFF';

    private readonly char[] _buffer = new char[1 << 14];
    private readonly List<int> _ends = [];
    private string _source = source;
    private char[] _row = new char[1 << 8];
    private int _length;
    private long _lineBreaks;
    private long _offset; // of the buffer's first character that is not counted yet
    private int _counted;
    private int _at;
    private int _filled;
    private bool _begun;
    private bool _isQuoted;
    private long _emptyLine; // the first before the row


    /// <summary>
    /// Whether empty lines are no rows. If not, they are refused before another row: of one column each may be a field without a value.
    /// </summary>
    public bool PassesOverEmptyLines { get; set; } = true;

    /// <summary>The number of the row's first line, from 1.</summary>
    public long Line { get; private set; }

    public int Count => _ends.Count;

    /// <summary>Where the next row begins: what <see cref="Restart"/> needs to go on from there.</summary>
    public (long Offset, long Line) Next
    {
        get
        {
            CountBytes(_at);
            return (_offset, _lineBreaks + 1);
        }
    }

    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            int start = field == 0 ? 0 : _ends[field - 1];
            return _row.AsSpan(start, _ends[field] - start);
        }
    }

    /// <summary>Forgets what was read ahead: the text goes on elsewhere, with the row that begins at this byte and line.</summary>
    public void Restart(string source, long offset, long line)
    {
        _source = source;
        _offset = offset;
        _lineBreaks = line - 1;
        (_at, _filled, _counted) = (0, 0, 0);
        _begun = offset > 0;
    }

    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">A quote is wrong, a field is too long, or the text is not UTF-8.</exception>
    public bool Read()
    {
        if (!_begun)
        {
            _begun = true;
            _at += Peek() == ByteOrderMark ? 1 : 0;
        }

        _emptyLine = 0;
        while (Peek() >= 0)
        {
            Line = _lineBreaks + 1;
            _length = 0;
            _isQuoted = false;
            _ends.Clear();
            while (ReadField())
            {
            }

            if (_ends.Count > 1 || _length > 0 || _isQuoted)
            {
                if (!PassesOverEmptyLines)
                {
                    RefuseEmptyLine();
                }

                return true;
            }

            _emptyLine = _emptyLine == 0 ? Line : _emptyLine;
        }

        return false;
    }

    /// <summary>Reads a row before which lines may be empty.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">As for <see cref="Read"/>.</exception>
    public bool ReadHeader()
    {
        bool passesOver = PassesOverEmptyLines;
        PassesOverEmptyLines = true;
        bool read = Read();
        PassesOverEmptyLines = passesOver;
        return read;
    }

    /// <summary>Refuses an empty line before the row that was read last.</summary>
    public void RefuseEmptyLine()
    {
        if (_emptyLine > 0)
        {
            Line = _emptyLine;
            throw Wrong("it is empty, which in a file of one column may be a field without a value; such a field is written as \"\"");
        }
    }

    /// <summary>An error that says where it is.</summary>
    public InvalidDataException Wrong(string reason) => new(Invariant($"{_source}, line {Line}: {reason}."));

    /// <returns>Whether another field follows in this row.</returns>
    private bool ReadField()
    {
        int start = _length;
        int next = ReadCharacter();
        if (next == '"')
        {
            _isQuoted = true;
            next = ReadQuoted(start);
        }
        else
        {
            for (; next >= 0 && next != separator && next is not ('\r' or '\n'); next = ReadCharacter())
            {
                Append((char)next, start);
            }
        }

        if (_ends.Count == MaxFields)
        {
            throw Wrong(Invariant($"it has more than {MaxFields} fields"));
        }

        _ends.Add(_length);
        return EndField(next);
    }

    /// <returns>The character behind the closing quote.</returns>
    private int ReadQuoted(int start)
    {
        while (true)
        {
            int next = ReadCharacter();
            if (next < 0)
            {
                throw Wrong("a quote is not closed");
            }

            if (next == '"')
            {
                next = ReadCharacter();
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

        if (next == '\r' && Peek() == '\n')
        {
            next = ReadCharacter();
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
        if (_length - start == MaxField)
        {
            throw Wrong(Invariant($"field {Count + 1} has more than {MaxField} characters"));
        }

        if (_length == _row.Length)
        {
            if (_length == MaxRow)
            {
                throw Wrong(Invariant($"it has more than {MaxRow} characters"));
            }

            Array.Resize(ref _row, _length * 2);
        }

        _row[_length++] = next;
    }

    private int ReadCharacter() => Peek() < 0 ? -1 : _buffer[_at++];

    private int Peek()
    {
        if (_at == _filled)
        {
            CountBytes(_filled);
            (_at, _counted) = (0, 0);
            _filled = text.Read(_buffer);
        }

        return _at == _filled ? -1 : _buffer[_at];
    }

    // In UTF-8. Each half of a surrogate pair stands for two of its four bytes.
    private void CountBytes(int end)
    {
        foreach (char character in _buffer.AsSpan(_counted, end - _counted))
        {
            _offset += character < 0x80 ? 1 : character < 0x800 || char.IsSurrogate(character) ? 2 : 3;
        }

        _counted = end;
    }
}
