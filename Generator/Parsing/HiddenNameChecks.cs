using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Parsing;

/// <summary>
/// Declarations nearer to the net than the types that emitted code uses by their simple names: the compiler would take them instead.
/// </summary>
internal static class HiddenNameChecks
{
    public static IEnumerable<LocatedProblem> Find(DeclaredNet net)
    {
        foreach (UsedType used in EmittedNames.UsedTypes)
        {
            net.Cancellation.ThrowIfCancellationRequested();
            if (FindHiding(net, used) is ISymbol hiding)
            {
                yield return net.Problem(
                    DeclarationDiagnostics.HidesUsedName,
                    LocationIn(net, hiding),
                    hiding.ToDisplayString(),
                    used.Namespace + "." + used.Name,
                    net.Name);
            }
        }
    }

    private static ISymbol? FindHiding(DeclaredNet net, UsedType used)
    {
        ISymbol? hiding = null;
        for (INamedTypeSymbol? type = net.Symbol; type is not null && hiding is null; type = type.ContainingType)
        {
            hiding = type.TypeParameters.FirstOrDefault(parameter => parameter.Name == used.Name) ?? FindMember(net, type, used);
        }

        INamespaceSymbol? scope = net.Symbol.ContainingNamespace;
        while (hiding is null && scope is not null)
        {
            hiding = FindInNamespace(net, scope, used);
            scope = scope.ContainingNamespace;
        }

        return hiding;
    }

    private static ISymbol? FindMember(DeclaredNet net, INamedTypeSymbol type, UsedType used)
    {
        ISymbol? member = null;
        for (INamedTypeSymbol? declaring = type; declaring is not null && member is null; declaring = declaring.BaseType)
        {
            member = declaring.GetMembers(used.Name).FirstOrDefault(candidate =>
                (candidate.DeclaringSyntaxReferences.IsEmpty || UserParts.HasAny(candidate, net.Cancellation))
                && net.Compilation.IsSymbolAccessibleWithin(candidate, net.Symbol)
                && HasArityOf(candidate, used));
        }

        return member;
    }

    // The compilation's own namespace holds the types of all references, this assembly's alone only the declared ones.
    private static INamespaceOrTypeSymbol? FindInNamespace(DeclaredNet net, INamespaceSymbol scope, UsedType used) =>
        net.Compilation.GetCompilationNamespace(scope)?.GetMembers(used.Name).OfType<INamespaceOrTypeSymbol>().FirstOrDefault(candidate =>
            candidate is INamespaceSymbol
            || (candidate is INamedTypeSymbol { IsFileLocal: false } type
                && type.ContainingNamespace.ToDisplayString() != used.Namespace
                && net.Compilation.IsSymbolAccessibleWithin(type, net.Symbol)
                && HasArityOf(type, used)));

    private static bool HasArityOf(ISymbol candidate, UsedType used) => used.IsGeneric || candidate is not INamedTypeSymbol { Arity: > 0 };

    private static Location LocationIn(DeclaredNet net, ISymbol hiding)
    {
        bool isOwn = SymbolEqualityComparer.Default.Equals(hiding.ContainingSymbol, net.Symbol);
        return isOwn && hiding.Locations[0].IsInSource ? hiding.Locations[0] : net.NameLocation;
    }
}
