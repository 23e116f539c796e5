using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Model;
using StaticNets.Generator.Parsing;

namespace StaticNets.Generator.Diagnostics;

/// <summary>A problem as the compiler's diagnostic.</summary>
internal static class ProblemReport
{
    /// <summary>Creates the diagnostic. Code fixes find the message's arguments among its properties, under their numbers.</summary>
    public static Diagnostic Create(LocatedProblem located)
    {
        Problem problem = located.Problem;
        ImmutableDictionary<string, string?> properties = problem.MessageArguments
            .Select((argument, i) => new KeyValuePair<string, string?>(Literal.Int(i), argument))
            .ToImmutableDictionary();
        return Diagnostic.Create(DiagnosticTable.Find(problem.Id), located.Location, properties, problem.MessageArguments.ToArray<object>());
    }
}
