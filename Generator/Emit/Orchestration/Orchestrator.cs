using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Text;

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

    /// <summary>Into how many methods the calls fall.</summary>
    public int Parts => _parts.Count;

    private Part Current => _parts[_parts.Count - 1];

    /// <summary>Declares a reference once in each method that uses it.</summary>
    /// <exception cref="InvalidOperationException">The name is not one of the net's, or stands for something else.</exception>
    public void Declare(string variable, string value, string comment)
    {
        names.Check(variable);
        if (!Current.Declared.TryGetValue(variable, out string? declared))
        {
            string declaration = $"ref float {variable} = ref {value}; // {comment}";
            limit.Add(declaration);
            Current.Declared.Add(variable, value);
            Current.Declarations.Add(declaration);
        }
        else if (declared != value)
        {
            throw new InvalidOperationException($"'{variable}' is both {declared} and {value}.");
        }
    }

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
    /// <param name="blockSize">Samples of a block.</param>
    /// <param name="part">Which of the methods.</param>
    public void WriteTo(SourceWriter writer, int blockSize, int part = 0)
    {
        foreach (string line in _parts[part].Declarations)
        {
            writer.Line(line);
        }

        List<(string Statement, bool ByBlocks)> calls = _parts[part].Calls;
        if (_parts[part].Declarations.Count > 0 && calls.Count > 0)
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

    private sealed class Part
    {
        public List<string> Declarations { get; } = new();

        public Dictionary<string, string> Declared { get; } = new();

        public List<(string Statement, bool ByBlocks)> Calls { get; } = new();
    }
}
