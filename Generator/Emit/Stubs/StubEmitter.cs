using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Emit.Stubs;

/// <summary>
/// Writes the stand-in for an invalid net: the public surface of a real one, whose constructor throws with the diagnostics' own text. So
/// the code around the net still compiles, and the diagnostic is all that the user sees.
/// </summary>
internal static class StubEmitter
{
    /// <summary>The stub's source, or null where no part can be added to the class.</summary>
    public static string? Emit(NetSpec spec, IReadOnlyList<Problem> problems)
    {
        if (!spec.CanHaveParts)
        {
            return null;
        }

        var writer = new SourceWriter();
        writer.Line("#pragma warning disable");
        writer.Line();
        var scopes = new Stack<SourceWriter.BlockScope>();
        scopes.Push(writer.BlockIf(spec.Namespace.Length > 0, "namespace " + spec.Namespace));
        foreach (string type in spec.ContainingTypes)
        {
            scopes.Push(writer.Block(type));
        }

        WriteClass(writer, spec, problems);
        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }

        return writer.ToString();
    }

    private static void WriteClass(SourceWriter writer, NetSpec spec, IReadOnlyList<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            string place = $"{Literal.Int(problem.Attribute)}, {Literal.Text(problem.Argument)}";
            string message = Literal.Text(problem.ToString());
            writer.Line($"[global::StaticNets.InvalidNet({Literal.Text(problem.Id)}, {place}, {message})]");
        }

        IEnumerable<string> members = StubMembers.Of(spec, string.Join("\n", problems))
            .Where(member => !spec.TakenNames.Contains(member.Name) && (spec.StubBase is null || member.Name != EmittedNames.Interfaces))
            .Select(member => member.Source);
        using (writer.Block($"partial class {spec.Name}{spec.TypeParameters}{Bases(spec)}"))
        {
            writer.Line(string.Join("\n\n", members));
        }
    }

    private static string Bases(NetSpec spec) => spec.StubBase switch
    {
        { Length: > 0 } stubBase => $" : {stubBase}<{spec.Name}{spec.TypeParameters}>",
        null when !spec.TakenNames.Contains(EmittedNames.Interfaces) => " : " + StubMembers.Interface(spec),
        _ => "",
    };
}
