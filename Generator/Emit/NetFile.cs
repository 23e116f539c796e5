using System;
using System.Collections.Generic;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Emit;

/// <summary>One emitted file: usings, and the partial declarations around the net's members.</summary>
internal static class NetFile
{
    public static EmittedFile Write(
        NetSpec spec,
        string part,
        IReadOnlyList<string> usings,
        Action<SourceWriter> writeMembers,
        string baseList = "",
        string? summary = null)
    {
        var writer = new SourceWriter();
        writer.Line("#pragma warning disable // what warns in emitted code is for StaticNets' own tests, not for its users");
        writer.Line();
        if (spec.Namespace.Length > 0)
        {
            writer.Line($"namespace {spec.Namespace};");
            writer.Line();
        }

        // Inside the namespace they come before the project's global usings.
        foreach (string name in usings)
        {
            writer.Line($"using global::{name};");
        }

        writer.Line();
        var scopes = new Stack<SourceWriter.BlockScope>();

        foreach (string type in spec.ContainingTypes)
        {
            scopes.Push(writer.Block(type));
        }

        if (summary is not null)
        {
            foreach (string line in summary.Split('\n'))
            {
                writer.Line(("/// " + line).TrimEnd());
            }
        }

        using (writer.Block($"partial class {spec.Name}{baseList}"))
        {
            writeMembers(writer);
        }

        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }

        return new EmittedFile(part, writer.ToString());
    }
}

/// <summary>An emitted file.</summary>
/// <param name="Part">What it holds of the net, or empty for the main one.</param>
/// <param name="Source">The text, without the header.</param>
internal sealed record EmittedFile(string Part, string Source);
