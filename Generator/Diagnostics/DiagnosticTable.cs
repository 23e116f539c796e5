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
        .. SpatialDiagnostics.All,
        .. RecurrentDiagnostics.All,
        .. PenaltyDiagnostics.All,
        .. FunctionDiagnostics.All,
        .. GraphDiagnostics.All,
        .. SequenceDiagnostics.All,
        .. TrainingDiagnostics.All,
        .. AdviceDiagnostics.All,
    ]);

    private static ImmutableArray<DiagnosticDescriptor> Sorted(DiagnosticDescriptor[] descriptors) =>
        descriptors.OrderBy(descriptor => descriptor.Id, System.StringComparer.Ordinal).ToImmutableArray();
}
