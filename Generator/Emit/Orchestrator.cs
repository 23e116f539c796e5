using System.Collections.Generic;

namespace StaticNets.Generator.Emit;

/// <summary>
/// The body of a method that runs the layers in order: the buffers it names first, then the calls. Layers whose values should stay in the cache go together
/// through a few samples at a time; the others, such as dense layers whose weights should serve many samples, take all of them.
/// </summary>
internal sealed class Orchestrator
{
    private readonly List<string> _declarations = new();
    private readonly HashSet<string> _declared = new();
    private readonly List<(string Statement, bool ByBlocks)> _calls = new();

    public bool IsEmpty => _calls.Count == 0;

    /// <summary>Declares a reference once.</summary>
    public void Declare(string variable, string value, string comment)
    {
        if (_declared.Add(variable))
        {
            _declarations.Add($"ref float {variable} = ref {value}; // {comment}");
        }
    }

    /// <summary>Adds a call; one by blocks works on the samples <c>n</c> to <c>end</c>.</summary>
    public void Call(string statement, bool byBlocks = false) => _calls.Add((statement, byBlocks));

    /// <summary>Writes the body.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="blockSize">Samples of a block.</param>
    public void WriteTo(SourceWriter writer, int blockSize)
    {
        foreach (string line in _declarations)
        {
            writer.Line(line);
        }

        if (_declarations.Count > 0 && _calls.Count > 0)
        {
            writer.Line();
        }

        for (int i = 0; i < _calls.Count;)
        {
            bool byBlocks = _calls[i].ByBlocks;
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

                for (; i < _calls.Count && _calls[i].ByBlocks == byBlocks; i++)
                {
                    writer.Line(_calls[i].Statement);
                }
            }

            if (byBlocks && i < _calls.Count)
            {
                writer.Line();
            }
        }
    }
}
