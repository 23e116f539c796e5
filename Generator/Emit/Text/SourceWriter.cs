using System.Text;

namespace StaticNets.Generator.Emit.Text;

/// <summary>
/// Collects lines of C# at the right indentation and breaks those that are too long. Line ends are LF and blank lines are empty, whatever
/// the machine.
/// </summary>
/// <param name="limit">How long the text may become, or null where it is short by its nature.</param>
/// <param name="outerDepth">How many blocks will stand around the text.</param>
internal sealed class SourceWriter(CodeLimit? limit = null, int outerDepth = 0)
{
    private const int IndentationWidth = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or several where the text has line ends: each gets the current indentation.</summary>
    public void Line(string text = "")
    {
        limit?.Check(_text.Length);
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            WriteLine(text, start, end < 0 ? text.Length : end);
            if (end < 0)
            {
                return;
            }

            start = end + 1;
        }
    }

    /// <summary>Writes a line and an opening brace; disposing the result writes the closing one.</summary>
    public BlockScope Block(string header = "")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _depth++;
        return new BlockScope(this, "}");
    }

    /// <summary>A block, or nothing where no name needs one.</summary>
    public BlockScope BlockIf(bool isNeeded, string header = "") => isNeeded ? Block(header) : default;

    /// <summary>Writes an opening brace; disposing the result writes the closing one and what ends the expression.</summary>
    public BlockScope Initializer(string end = ";")
    {
        Line("{");
        _depth++;
        return new BlockScope(this, "}" + end);
    }

    public override string ToString() => _text.ToString();

    // Nets are megabytes of text: no line is copied on its way.
    private void WriteLine(string text, int start, int end)
    {
        while (end > start && text[end - 1] == '\r')
        {
            end--;
        }

        if (((outerDepth + _depth) * IndentationWidth) + end - start > LineWrap.Limit)
        {
            WriteLong(text.Substring(start, end - start));
            return;
        }

        if (end > start)
        {
            _text.Append(' ', _depth * IndentationWidth).Append(text, start, end - start);
        }

        _text.Append('\n');
    }

    private void WriteLong(string line)
    {
        string trimmed = line.TrimStart(' ');
        int indented = (_depth * IndentationWidth) + line.Length - trimmed.Length;
        int room = LineWrap.Limit - indented - (outerDepth * IndentationWidth);
        foreach ((int further, string piece) in LineWrap.Break(trimmed, room))
        {
            _text.Append(' ', indented + further).Append(piece).Append('\n');
        }
    }

    /// <summary>An open block.</summary>
    internal readonly struct BlockScope(SourceWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            if (writer is null)
            {
                return;
            }

            writer._depth--;
            writer.Line(end);
        }
    }
}
