using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Model;
using StaticNets.Generator.Parsing;

namespace StaticNets.Generator.Emit;

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

        List<string> openings = [.. spec.ContainingTypes];
        if (spec.Namespace.Length > 0)
        {
            openings.Insert(0, "namespace " + spec.Namespace);
        }

        StringBuilder source = new();
        source.Append("#pragma warning disable\n\n");
        for (int depth = 0; depth < openings.Count; depth++)
        {
            AppendLines(source, openings[depth] + "\n{\n", depth);
        }

        AppendLines(source, Class(spec, problems), openings.Count);
        for (int depth = openings.Count - 1; depth >= 0; depth--)
        {
            AppendLines(source, "}\n", depth);
        }

        return source.ToString();
    }

    private static string Class(NetSpec spec, IReadOnlyList<Problem> problems)
    {
        StringBuilder source = new();
        foreach (Problem problem in problems)
        {
            source.Append("[global::StaticNets.InvalidNet(")
                .Append(StringLiteral.Of(problem.Id)).Append(", ")
                .Append(problem.Attribute.ToString(CultureInfo.InvariantCulture)).Append(", ")
                .Append(StringLiteral.Of(problem.Argument)).Append(", ")
                .Append(StringLiteral.Of(ProblemText.Format(problem))).Append(")]\n");
        }

        IReadOnlyList<StubMember> members = StubMembers.Of(spec, string.Join("\n", problems.Select(ProblemText.Format)));
        source.Append("partial class ").Append(spec.Name).Append(spec.TypeParameters);
        if (spec.StubBase is { Length: > 0 } stubBase)
        {
            source.Append(" : ").Append(stubBase).Append('<').Append(spec.Name).Append(spec.TypeParameters).Append('>');
        }
        else if (spec.StubBase is null && !spec.TakenNames.Contains(EmittedNames.Interfaces))
        {
            source.Append(" : ").Append(StubMembers.Interface(spec));
        }

        IEnumerable<string> emitted = members
            .Where(member => !spec.TakenNames.Contains(member.Name) && (spec.StubBase is null || member.Name != EmittedNames.Interfaces))
            .Select(member => member.Source + "\n");
        source.Append("\n{\n");
        AppendLines(source, string.Join("\n", emitted), 1);
        return source.Append("}\n").ToString();
    }

    private static void AppendLines(StringBuilder source, string lines, int depth)
    {
        foreach (string line in lines.TrimEnd('\n').Split('\n'))
        {
            source.Append(' ', line.Length == 0 ? 0 : 4 * depth).Append(line).Append('\n');
        }
    }
}
