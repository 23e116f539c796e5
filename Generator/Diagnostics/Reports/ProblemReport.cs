using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;

namespace StaticNets.Generator.Diagnostics.Reports;

/// <summary>A problem as the compiler's diagnostic.</summary>
internal static class ProblemReport
{
    /// <summary>Creates the diagnostic. Code fixes find the message's arguments among its properties, under their numbers.</summary>
    /// <param name="located">What is wrong, and where.</param>
    /// <param name="options">The project's options: they say where the pages are.</param>
    public static Diagnostic Create(LocatedProblem located, AnalyzerConfigOptions options)
    {
        Problem problem = located.Problem;
        DiagnosticDescriptor descriptor = DiagnosticTable.Find(problem.Id);
        object[] arguments = problem.MessageArguments.ToArray<object>();
        ImmutableDictionary<string, string?> properties = problem.MessageArguments
            .Select((argument, i) => new KeyValuePair<string, string?>(Literal.Int(i), argument))
            .ToImmutableDictionary();
        return HelpLink.InPackage(options, problem.Id) is not { } page
            ? Diagnostic.Create(descriptor, located.Location, properties, arguments)
            : Diagnostic.Create(
                descriptor.Id,
                descriptor.Category,
                string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments),
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
