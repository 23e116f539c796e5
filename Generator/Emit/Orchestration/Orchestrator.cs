using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>
/// The bodies of the methods that run the layers in order: the buffers that each names first, then the calls. Layers whose values should
/// stay in the cache go together through a few samples at a time; the others, such as dense layers whose weights should serve many samples,
/// take all of them. One method is enough unless a layer waits for the whole batch.
/// </summary>
internal sealed class Orchestrator(LocalNames names, CodeLimit limit)
{
    private readonly List<Part> _parts = new() { new Part() };
    private int _onOneWorker;

    public bool IsEmpty => _parts.All(part => part.Calls.Count == 0);

    /// <summary>Whether a part has nothing to do: another one waits for the batch at once.</summary>
    public bool IsPartEmpty(int part) => _parts[part].Calls.Count == 0;

    /// <summary>Into how many methods the calls fall.</summary>
    public int Parts => _parts.Count;

    private Part Current => _parts[_parts.Count - 1];

    /// <summary>Declares a reference once in each method that uses it.</summary>
    /// <exception cref="InvalidOperationException">The name is not one of the net's, or stands for something else.</exception>
    public void Declare(string variable, string value, string comment) =>
        DeclareOnce(variable, $"ref float {variable} = ref {value}; // {comment}");

    /// <summary>Declares this worker's share of so many tiles, likewise.</summary>
    public void DeclareShare(string variable, int tiles) =>
        DeclareOnce(variable, $"Share {variable} = Share.Of({Literal.Int(tiles)}, worker, workers);");

    /// <summary>Adds a call; one by blocks works on the samples <c>n</c> to <c>end</c>.</summary>
    public void Call(string statement, bool byBlocks = false)
    {
        limit.Add(statement);
        Current.Calls.Add((statement, byBlocks));
    }

    /// <summary>
    /// Makes the calls that are added meanwhile on one worker, since each reads what the one before wrote; the next such calls are the next
    /// worker's.
    /// </summary>
    public void OnOneWorker(Action add)
    {
        List<(string Statement, bool ByBlocks)> calls = Current.Calls;
        int first = calls.Count;
        add();
        if (calls.Count > first)
        {
            string[] added = calls.Skip(first).Select(call => "    " + call.Statement).ToArray();
            calls.RemoveRange(first, added.Length);
            string gap = first > 0 ? "\n" : "";
            Call($"{gap}if (worker == {Literal.Int(_onOneWorker++)} % workers)\n{{\n{string.Join("\n", added)}\n}}");
        }
    }

    /// <summary>
    /// Begins another method, which runs when all workers are through with the one before. Before the first, they have copied the inputs.
    /// </summary>
    public void AwaitBatch()
    {
        if (Current.Calls.Count > 0 || _parts.Count == 1)
        {
            _parts.Add(new Part());
        }
    }

    /// <summary>Writes the body of one method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="first">Declarations that come first: the variable, and the line.</param>
    /// <param name="blockSize">Samples of a block.</param>
    /// <param name="part">Which of the methods.</param>
    public void WriteTo(SourceWriter writer, IReadOnlyList<(string Variable, string Line)> first, int blockSize, int part = 0)
    {
        List<(string Statement, bool ByBlocks)> calls = _parts[part].Calls;
        string[] declarations = Used([.. first, .. _parts[part].Declarations], calls.Select(call => call.Statement));
        foreach (string line in declarations)
        {
            writer.Line(line);
        }

        if (declarations.Length > 0 && calls.Count > 0)
        {
            writer.Line();
        }

        for (int i = 0; i < calls.Count;)
        {
            bool byBlocks = calls[i].ByBlocks;
            if (byBlocks && i > 0)
            {
                writer.Line();
            }

            using (writer.BlockIf(byBlocks, $"for (int n = n0; n < n1; n += {Literal.Int(blockSize)})"))
            {
                if (byBlocks)
                {
                    writer.Line($"int end = Math.Min(n + {Literal.Int(blockSize)}, n1);");
                }

                for (; i < calls.Count && calls[i].ByBlocks == byBlocks; i++)
                {
                    writer.Line(calls[i].Statement);
                }
            }

            if (byBlocks && i < calls.Count)
            {
                writer.Line();
            }
        }
    }

    /// <summary>What calls, or declarations that are used themselves, name: layers may ask for a place and then not need it.</summary>
    private static string[] Used(IReadOnlyList<(string Variable, string Line)> declarations, IEnumerable<string> calls)
    {
        var words = new HashSet<string>(calls.SelectMany(Words));
        var used = new List<string>();
        foreach ((string variable, string line) in declarations.Reverse())
        {
            if (!words.Contains(variable))
            {
                continue;
            }

            words.UnionWith(Words(line));
            used.Add(line);
        }

        used.Reverse();
        return [.. used];
    }

    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
            {
                continue;
            }

            if (i > start)
            {
                yield return text.Substring(start, i - start);
            }

            start = i + 1;
        }
    }

    private void DeclareOnce(string variable, string declaration)
    {
        names.Check(variable);
        if (!Current.Declared.TryGetValue(variable, out string? declared))
        {
            limit.Add(declaration);
            Current.Declared.Add(variable, declaration);
            Current.Declarations.Add((variable, declaration));
        }
        else if (declared != declaration)
        {
            throw new InvalidOperationException($"'{variable}' stands for two things: {declared} {declaration}");
        }
    }

    private sealed class Part
    {
        public List<(string Variable, string Line)> Declarations { get; } = new();

        public Dictionary<string, string> Declared { get; } = new();

        public List<(string Statement, bool ByBlocks)> Calls { get; } = new();
    }
}
