using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>What a net's class must not be, though a stub can still be added to it.</summary>
internal static class ClassChecks
{
    public static IEnumerable<LocatedProblem> Find(DeclaredNet net) => FindAbstract(net).Concat(FindGeneric(net)).Concat(FindBase(net));

    /// <summary>Whether the emitted constructor can call the base class' without arguments.</summary>
    public static bool BaseCanBeConstructed(DeclaredNet net) =>
        net.Symbol.BaseType is not { TypeKind: TypeKind.Class } baseType
        || baseType.InstanceConstructors.Any(constructor =>
            constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)
            && net.Compilation.IsSymbolAccessibleWithin(constructor, net.Symbol));

    /// <summary>Whether the class or a base has a member that every <c>new</c> must set.</summary>
    public static bool HasRequiredMembers(INamedTypeSymbol net)
    {
        bool has = false;
        for (INamedTypeSymbol? type = net; type is not null && !has; type = type.BaseType)
        {
            has = type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        }

        return has;
    }

    private static IEnumerable<LocatedProblem> FindAbstract(DeclaredNet net)
    {
        if (net.Symbol is { IsAbstract: true, IsStatic: false, TypeKind: TypeKind.Class })
        {
            Location location = PartChecks.Modifier(net.Parts, SyntaxKind.AbstractKeyword) ?? net.NameLocation;
            yield return new(DeclarationDiagnostics.Abstract(net.Name), location);
        }
    }

    private static IEnumerable<LocatedProblem> FindGeneric(DeclaredNet net) =>
        ContainingTypes.Of(net.Symbol)
            .SelectMany(type => UserParts.Of(type, net.Cancellation))
            .Concat(net.Parts)
            .Select(part => part.TypeParameterList)
            .OfType<TypeParameterListSyntax>()
            .Take(1)
            .Select(list => new LocatedProblem(DeclarationDiagnostics.Generic(net.Name), list.GetLocation()));

    private static IEnumerable<LocatedProblem> FindBase(DeclaredNet net)
    {
        if (!BaseCanBeConstructed(net))
        {
            BaseListSyntax? bases = net.Parts.Select(part => part.BaseList).FirstOrDefault(list => list is not null);
            Location location = bases?.Types[0].GetLocation() ?? net.NameLocation;
            yield return new(DeclarationDiagnostics.BaseWithoutConstructor(net.Name, net.Symbol.BaseType!.Name), location);
        }
    }
}
