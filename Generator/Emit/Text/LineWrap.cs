namespace StaticNets.Generator.Emit.Text;

/// <summary>
/// Breaks a line that is too long, as a person would: a list of arguments goes onto lines of its own, a sum begins lines with its
/// operators, and comments go on word by word. What the line says is left as it is.
/// </summary>
internal static class LineWrap
{
    /// <summary>The most columns of a line.</summary>
    public const int Limit = 140;

    private const int Step = 4;

    private static readonly string[] s_assignments = [" = ref ", " = ", " += ", " -= ", " *= ", " => "];

    /// <summary>The pieces of a line, each with the columns that it stands further right than the line did.</summary>
    /// <param name="line">The line without what it is indented by.</param>
    /// <param name="room">Its columns.</param>
    public static IEnumerable<(int Indentation, string Text)> Break(string line, int room)
    {
        if (line.Length <= room)
        {
            return [(0, line)];
        }

        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            return Comment(line, room).Select(text => (0, text));
        }

        int comment = line.IndexOf("; // ", StringComparison.Ordinal);
        return comment < 0
            ? Code(line, room)
            : Comment(line.Substring(comment + 2), room).Select(text => (0, text)).Concat(Break(line.Substring(0, comment + 1), room));
    }

    private static IEnumerable<string> Comment(string line, int room)
    {
        const string Open = "/// <summary>";
        const string Close = "</summary>";
        bool isWhole = line.StartsWith(Open, StringComparison.Ordinal) && line.EndsWith(Close, StringComparison.Ordinal);
        string mark = line.StartsWith("///", StringComparison.Ordinal) ? "/// " : "// ";
        string text = isWhole ? line.Substring(Open.Length, line.Length - Open.Length - Close.Length) : line.Substring(mark.Length);
        IEnumerable<string> lines = Words(text, room - mark.Length).Select(words => mark + words);
        return isWhole ? lines.Prepend(Open).Append(mark + Close) : lines;
    }

    private static IEnumerable<string> Words(string text, int room)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return line;
    }

    private static IEnumerable<(int Indentation, string Text)> Code(string line, int room)
    {
        if (line.Length <= room)
        {
            return [(0, line)];
        }

        // The right side of an assignment that is a sum or a choice, or what a member returns, goes onto lines of its own.
        short[] depths = Depths(line);
        int start = Assigned(line, depths);
        string value = line.Substring(start);
        if (start > 3 && string.CompareOrdinal(line, start - 4, " => ", 0, 4) == 0)
        {
            IEnumerable<(int, string)> returned = Code(value, room - Step).Select(piece => (piece.Indentation + Step, piece.Text));
            return Code(line.Substring(0, start).TrimEnd(), room).Concat(returned);
        }

        if (Operators(value, depths.AsSpan(start)) is { Count: > 0 } operators)
        {
            IEnumerable<(int, string)> terms = Terms(value, operators, room - Step);
            return start == 0
                ? terms.Select((term, i) => (i == 0 ? term.Item1 : term.Item1 + Step, term.Item2))
                : terms.Select(term => (term.Item1 + Step, term.Item2)).Prepend((0, line.Substring(0, start).TrimEnd()));
        }

        return LargestList(line, depths) is (int open, int close) ? List(line, open, close, room) : [(0, line)];
    }

    /// <summary>The line up to a bracket, and what stands in it on one line or on one for each part.</summary>
    private static IEnumerable<(int Indentation, string Text)> List(string line, int open, int close, int room)
    {
        string rest = line.Substring(close);
        string content = line.Substring(open + 1, close - open - 1).Trim();
        if (line[open] == '{')
        {
            yield return (0, line.Substring(0, open).TrimEnd());
            yield return (0, "{");
            foreach (string words in Words(content, room - Step))
            {
                yield return (Step, words);
            }

            yield return (0, rest);
            yield break;
        }

        yield return (0, line.Substring(0, open + 1));
        IReadOnlyList<string> parts = content.Length + rest.Length <= room - Step ? [content] : Parts(content);
        for (int i = 0; i < parts.Count; i++)
        {
            string part = i == parts.Count - 1 ? parts[i] + rest : parts[i];
            foreach ((int indentation, string text) in Code(part, room - Step))
            {
                yield return (Step + indentation, text);
            }
        }
    }

    /// <summary>The terms of a sum, as many on a line as fit; lines but the first begin with their operator.</summary>
    private static IEnumerable<(int Indentation, string Text)> Terms(string value, IReadOnlyList<int> operators, int room)
    {
        string line = "";
        int start = 0;
        foreach (int end in operators.Append(value.Length))
        {
            string term = value.Substring(start, end - start).TrimEnd();
            if (line.Length > 0 && line.Length + 1 + term.Length > room)
            {
                foreach ((int, string) piece in Single(line))
                {
                    yield return piece;
                }

                line = term;
            }
            else
            {
                line = line.Length == 0 ? term : line + " " + term;
            }

            start = end;
        }

        foreach ((int, string) piece in Single(line))
        {
            yield return piece;
        }

        IEnumerable<(int, string)> Single(string text) =>
            text.Length > room && LargestList(text, Depths(text)) is (int open, int close) ? List(text, open, close, room) : [(0, text)];
    }

    /// <summary>Where the right side of an assignment begins, or 0.</summary>
    private static int Assigned(string line, short[] depths)
    {
        for (int place = 1; place < line.Length; place++)
        {
            if (depths[place] != 0 || line[place] != ' ')
            {
                continue;
            }

            foreach (string symbol in s_assignments)
            {
                if (IsAt(line, place, symbol))
                {
                    return place + symbol.Length;
                }
            }
        }

        return 0;
    }

    /// <summary>Where the operators stand that bind least and are in no bracket.</summary>
    private static IReadOnlyList<int> Operators(string value, ReadOnlySpan<short> depths)
    {
        var places = new List<int>();
        int loosest = int.MaxValue;
        for (int place = 1; place < value.Length; place++)
        {
            if (depths[place] != 0 || value[place - 1] != ' ' || Looseness(value, place) is not int looseness || looseness > loosest)
            {
                continue;
            }

            if (looseness < loosest)
            {
                places.Clear();
                loosest = looseness;
            }

            places.Add(place);
        }

        return places;
    }

    /// <summary>What binds least comes first; null where no operator and a space stand.</summary>
    private static int? Looseness(string value, int place)
    {
        char next = place + 1 < value.Length ? value[place + 1] : '\0';
        char afterNext = place + 2 < value.Length ? value[place + 2] : '\0';
        return (value[place], next, afterNext) switch
        {
            ('?' or ':', ' ', _) => 0,
            ('|', '|', ' ') => 1,
            ('&', '&', ' ') => 2,
            ('+' or '-', ' ', _) => 3,
            ('*' or '/' or '%', ' ', _) => 4,
            _ => null,
        };
    }

    /// <summary>The bracket in no other that holds most.</summary>
    private static (int Open, int Close)? LargestList(string line, short[] depths)
    {
        (int Open, int Close)? largest = null;
        int open = -1;
        for (int place = 0; place < line.Length; place++)
        {
            if (depths[place] != 0)
            {
                continue;
            }

            if (line[place] is '(' or '{')
            {
                open = place;
            }
            else if (open >= 0 && line[place] is ')' or '}')
            {
                if (place - open > 1 && (largest is not (int from, int to) || place - open > to - from))
                {
                    largest = (open, place);
                }

                open = -1;
            }
        }

        return largest;
    }

    /// <summary>What commas, or the semicolons of a loop, divide; they stay with what is before them.</summary>
    private static IReadOnlyList<string> Parts(string content)
    {
        short[] depths = Depths(content);
        var parts = new List<string>();
        int start = 0;
        for (int place = 0; place + 1 < content.Length; place++)
        {
            if (depths[place] == 0 && content[place] is ',' or ';')
            {
                parts.Add(content.Substring(start, place + 1 - start).Trim());
                start = place + 1;
            }
        }

        parts.Add(content.Substring(start).Trim());
        return parts;
    }

    private static bool IsAt(string text, int place, string symbol) =>
        string.CompareOrdinal(text, place, symbol, 0, symbol.Length) == 0;

    /// <summary>
    /// How many brackets each place stands in; a bracket itself stands outside of it, and what is in a string at no depth at all.
    /// </summary>
    private static short[] Depths(string line)
    {
        short[] depths = new short[line.Length];
        int depth = 0;
        bool isText = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            bool isQuote = c == '"' && !(isText && IsEscaped(line, i));
            if (isText || isQuote)
            {
                depths[i] = -1;
                isText ^= isQuote;
                continue;
            }

            depth -= c is ')' or '}' or ']' ? 1 : 0;
            depths[i] = (short)depth;
            depth += c is '(' or '{' or '[' ? 1 : 0;
        }

        return depths;
    }

    private static bool IsEscaped(string line, int place)
    {
        int slashes = 0;
        while (place - slashes > 0 && line[place - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
