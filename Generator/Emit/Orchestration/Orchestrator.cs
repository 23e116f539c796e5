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

    /// <summary>Adds a call; one by blocks works on the samples <c>n</c> to <c>end</c>.</summary>
    /// <param name="callee">What is called; the variables that its operands need are declared, once in each method.</param>
    /// <param name="byBlocks">Whether it is by blocks.</param>
    /// <param name="groups">How often it is called, for <c>group</c> 0 and on.</param>
    /// <exception cref="InvalidOperationException">A name is not one of the net's, or stands for something else.</exception>
    public void Call(Callee callee, bool byBlocks = false, int groups = 1)
    {
        foreach (Variable variable in callee.Operands.Select(operand => operand.Variable).OfType<Variable>())
        {
            Declare(variable);
        }

        string loop = groups == 1 ? "" : $"for (int group = 0; group < {Literal.Int(groups)}; group++) ";
        Call(loop + callee.Call(), byBlocks);
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
            Call($"{gap}if (worker == {Literal.Int(_onOneWorker++)} % workers)\n{{\n{string.Join("\n", added)}\n}}", byBlocks: false);
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
    /// <param name="first">Declarations that come first, where others or calls use them.</param>
    /// <param name="blockSize">Samples of a block.</param>
    /// <param name="part">Which of the methods.</param>
    public void WriteTo(SourceWriter writer, IReadOnlyList<Variable> first, int blockSize, int part = 0)
    {
        List<(string Statement, bool ByBlocks)> calls = _parts[part].Calls;
        string[] own = [.. _parts[part].Variables.Select(variable => variable.Declaration)];
        var words = new HashSet<string>(calls.Select(call => call.Statement).Concat(own).SelectMany(Words));
        string[] declarations = [.. first.Where(root => words.Contains(root.Name)).Select(root => root.Declaration), .. own];
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

    private void Call(string statement, bool byBlocks)
    {
        limit.Add(statement);
        Current.Calls.Add((statement, byBlocks));
    }

    private void Declare(Variable variable)
    {
        names.Check(variable.Name);
        if (!Current.VariablesByName.TryGetValue(variable.Name, out Variable? declared))
        {
            limit.Add(variable.Declaration);
            Current.VariablesByName.Add(variable.Name, variable);
            Current.Variables.Add(variable);
        }
        else if (declared != variable)
        {
            throw new InvalidOperationException($"'{variable.Name}' stands for two things: {declared.Declaration} {variable.Declaration}");
        }
    }

    private sealed class Part
    {
        public List<Variable> Variables { get; } = new();

        public Dictionary<string, Variable> VariablesByName { get; } = new();

        public List<(string Statement, bool ByBlocks)> Calls { get; } = new();
    }
}
