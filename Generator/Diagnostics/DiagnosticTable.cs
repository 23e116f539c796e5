using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Diagnostics;

/// <summary>All diagnostics, by id. An id is never used again for something else.</summary>
internal static class DiagnosticTable
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All = Sorted(
    [
        .. DeclarationDiagnostics.All,
        .. ArgumentDiagnostics.All,
        .. SpatialDiagnostics.Arguments,
        .. RecurrentDiagnostics.All,
        .. PenaltyDiagnostics.All,
        .. FunctionDiagnostics.All,
        .. GraphDiagnostics.All,
        .. SpatialDiagnostics.Graph,
        .. SequenceDiagnostics.All,
        .. TrainingDiagnostics.All,
        .. AdviceDiagnostics.All,
    ]);

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = All.ToDictionary(descriptor => descriptor.Id);

    private static ImmutableArray<DiagnosticDescriptor> Sorted(DiagnosticDescriptor[] descriptors) =>
        descriptors.OrderBy(descriptor => descriptor.Id, System.StringComparer.Ordinal).ToImmutableArray();

    public static DiagnosticDescriptor Find(string id) => s_byId[id];

    /// <summary>Whether a net with this problem is invalid; the others are advice.</summary>
    public static bool IsError(string id) => Find(id).DefaultSeverity == DiagnosticSeverity.Error;
}
