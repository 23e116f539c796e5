using System.Collections.Generic;

namespace StaticNets.Generator.Emit;

/// <summary>The body of a method that runs the layers in order: the buffers it names first, then the calls.</summary>
internal sealed class Orchestrator
{
    private readonly List<string> _declarations = new();
    private readonly HashSet<string> _declared = new();
    private readonly List<string> _calls = new();

    public bool IsEmpty => _calls.Count == 0;

    /// <summary>Declares a reference once.</summary>
    public void Declare(string variable, string value, string comment)
    {
        if (_declared.Add(variable))
        {
            _declarations.Add($"ref float {variable} = ref {value}; // {comment}");
        }
    }

    public void Call(string statement) => _calls.Add(statement);

    public void WriteTo(SourceWriter writer)
    {
        foreach (string line in _declarations)
        {
            writer.Line(line);
        }

        if (_declarations.Count > 0 && _calls.Count > 0)
        {
            writer.Line();
        }

        foreach (string line in _calls)
        {
            writer.Line(line);
        }
    }
}
