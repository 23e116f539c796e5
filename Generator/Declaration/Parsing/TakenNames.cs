using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>The names of emitted members that the user's declaration already uses.</summary>
/// <param name="Names">What the stub must leave out.</param>
/// <param name="Problems">Where the names stand.</param>
internal sealed record TakenNames(IReadOnlyList<string> Names, IReadOnlyList<LocatedProblem> Problems)
{
    public static TakenNames Find(DeclaredNet net)
    {
        SortedSet<string> names = new(System.StringComparer.Ordinal);
        List<LocatedProblem> problems = [];
        if (IsEmitted(net, net.Name))
        {
            names.Add(net.Name);
            problems.Add(new LocatedProblem(DeclarationDiagnostics.NetNameTaken(net.Name), net.NameLocation));
        }

        foreach (ISymbol member in DeclaredMembers(net).Concat(InheritedMembers(net)))
        {
            string name = NameTakenBy(member);
            if (name == EmittedNames.Interfaces || IsEmitted(net, name))
            {
                names.Add(name);
                problems.Add(new LocatedProblem(
                    DeclarationDiagnostics.MemberNameTaken(ShortName(member), net.Name), LocationIn(net, member)));
            }
        }

        // In a generic class the net's own name can mean another construction of it.
        if (net.Symbol.IsGenericType)
        {
            names.Add(EmittedNames.Interfaces);
        }

        if (ConstructorChecks.IsTaken(net))
        {
            names.Add(EmittedNames.Constructor);
        }

        return new TakenNames([.. names], problems);
    }

    private static IEnumerable<ISymbol> DeclaredMembers(DeclaredNet net) =>
        net.Symbol.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null })
            .Where(member => UserParts.HasAny(member, net.Cancellation))
            .Concat(net.Symbol.TypeParameters);

    private static IEnumerable<ISymbol> InheritedMembers(DeclaredNet net)
    {
        for (INamedTypeSymbol? type = net.Symbol.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (net.Compilation.IsSymbolAccessibleWithin(member, net.Symbol))
                {
                    yield return member;
                }
            }
        }
    }

    private static string NameTakenBy(ISymbol member) =>
        ImplementedInterfaces(member).Any(WellKnownTypes.IsNetInterface)
            ? EmittedNames.Interfaces
            : EmittedNames.WithoutAccessor(member.Name);

    private static IEnumerable<INamedTypeSymbol> ImplementedInterfaces(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations.Select(implemented => implemented.ContainingType),
        IPropertySymbol property => property.ExplicitInterfaceImplementations.Select(implemented => implemented.ContainingType),
        _ => [],
    };

    // An explicitly implemented member is called after its interface.
    private static string ShortName(ISymbol member) => member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    private static bool IsEmitted(DeclaredNet net, string name)
    {
        NetAttributes attributes = net.Attributes;
        bool hasInputs = attributes.Layers.Count(attribute => WellKnownTypes.IsInput(attribute.AttributeClass)) > 1;
        bool hasLoss = attributes.Compile is { } compile && !NetAttributes.IsCompileWithoutLoss(compile);
        return EmittedNames.IsMember(name, attributes.Compile is not null, hasLoss)
            || EmittedNames.IsOfPlaces(name, hasInputs, attributes.Outputs.Count > 0);
    }

    private static Location LocationIn(DeclaredNet net, ISymbol member)
    {
        bool isOwn = SymbolEqualityComparer.Default.Equals(member.ContainingSymbol, net.Symbol);
        Location? written = member.Locations
            .FirstOrDefault(location => location.SourceTree is { } tree && !EmittedSource.Contains(tree, net.Cancellation));
        return isOwn && written is not null ? written : net.NameLocation;
    }
}
