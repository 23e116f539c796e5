using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;

namespace StaticNets.Generator.Diagnostics.Reports;

/// <summary>A problem as the compiler's diagnostic.</summary>
internal static class ProblemReport
{
    /// <summary>Creates the diagnostic. Code fixes find the message's values among its properties, under their numbers.</summary>
    /// <param name="located">What is wrong, and where.</param>
    /// <param name="options">The project's options: they say where the pages are.</param>
    public static Diagnostic Create(LocatedProblem located, AnalyzerConfigOptions options)
    {
        Problem problem = located.Problem;
        DiagnosticDescriptor descriptor = problem.Descriptor;
        ImmutableDictionary<string, string?> properties = problem.Values
            .Select((value, i) => new KeyValuePair<string, string?>(Literal.Int(i), value))
            .ToImmutableDictionary();
        return HelpLink.InPackage(options, problem.Id) is not { } page
            ? Diagnostic.Create(descriptor, located.Location, properties, problem.Message)
            : Diagnostic.Create(
                descriptor.Id,
                descriptor.Category,
                problem.Message,
                descriptor.DefaultSeverity,
                descriptor.DefaultSeverity,
                descriptor.IsEnabledByDefault,
                warningLevel: descriptor.DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1,
                descriptor.Title,
                descriptor.Description,
                page,
                located.Location,
                customTags: descriptor.CustomTags,
                properties: properties);
    }
}
