using System.Linq;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Parsing;

namespace StaticNets.Generator.Diagnostics;

/// <summary>A problem as the compiler's diagnostic.</summary>
internal static class ProblemReport
{
    public static Diagnostic Create(LocatedProblem located) =>
        Diagnostic.Create(DiagnosticTable.Find(located.Problem.Id), located.Location, located.Problem.MessageArguments.ToArray<object>());
}
