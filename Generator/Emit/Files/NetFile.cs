using StaticNets.Generator.Declaration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// Emitted files: parts of the net's class, which hold what users call and write every type that is not the net's own with
/// <c>global::</c>, and files of the code behind them.
/// </summary>
internal static class NetFile
{
    private const string Pragma =
        "#pragma warning disable // what warns in emitted code is for StaticNets' own tests, not for its users";

    private static readonly string[] s_usings =
        ["System", "System.Runtime.CompilerServices", "System.Runtime.Intrinsics", "StaticNets.Execution"];

    /// <summary>A part of the net's class.</summary>
    public static EmittedFile Class(
        NetSpec spec, string part, Action<SourceWriter> writeMembers, string baseList = "", string? summary = null)
    {
        var writer = new SourceWriter();
        writer.Line(Pragma);
        writer.Line();
        if (spec.Namespace.Length > 0)
        {
            writer.Line($"namespace {spec.Namespace};");
            writer.Line();
        }

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

    /// <summary>A file of the net's code.</summary>
    /// <param name="spec">The declaration.</param>
    /// <param name="part">What the file is called after.</param>
    /// <param name="write">Writes the types.</param>
    /// <param name="graph">The graph that stands at the top, if any.</param>
    public static EmittedFile Code(NetSpec spec, string part, Action<SourceWriter> write, Graph? graph = null)
    {
        var writer = new SourceWriter();
        writer.Line(Pragma);
        writer.Line();
        if (graph is not null)
        {
            WriteGraph(writer, graph);
        }

        writer.Line($"namespace {CodeNamespace.Of(spec)};");
        writer.Line();

        // Inside the namespace they come before the project's global usings.
        foreach (string name in s_usings)
        {
            writer.Line($"using global::{name};");
        }

        writer.Line();
        write(writer);
        return new EmittedFile(part, writer.ToString());
    }

    private static void WriteGraph(SourceWriter writer, Graph graph)
    {
        writer.Line("// The graph, an operation a line: result = kind, operands, @weights (! if not trained), settings : shape.");
        writer.Line("//");
        foreach (string line in GraphPrinter.Print(graph).TrimEnd('\n').Split('\n'))
        {
            writer.Line("// " + line);
        }

        writer.Line();
    }
}

/// <summary>An emitted file.</summary>
/// <param name="Part">What it holds of the net, or empty for the main one.</param>
/// <param name="Source">The text, without the header.</param>
internal sealed record EmittedFile(string Part, string Source);
