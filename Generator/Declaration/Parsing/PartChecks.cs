using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>What keeps the generator from adding a part to the class, so that nothing can be emitted.</summary>
internal static class PartChecks
{
    public static IEnumerable<LocatedProblem> Find(DeclaredNet net) =>
        FindKind(net).Concat(FindPartial(net)).Concat(FindContainingTypes(net)).Concat(FindStaticOrFile(net)).Concat(FindLanguage(net));

    private static IEnumerable<LocatedProblem> FindKind(DeclaredNet net)
    {
        if (net.Parts.FirstOrDefault() is not { } part)
        {
            yield break;
        }

        if (net.Symbol.TypeKind != TypeKind.Class)
        {
            yield return new(DeclarationDiagnostics.NotAClass(net.Name), part.Keyword.GetLocation());
        }
        else if (net.Symbol.IsRecord)
        {
            yield return new(DeclarationDiagnostics.Record(net.Name), part.Keyword.GetLocation());
        }
    }

    private static IEnumerable<LocatedProblem> FindPartial(DeclaredNet net) => net.Parts
        .Where(IsNotPartial)
        .Take(1)
        .Select(part => new LocatedProblem(DeclarationDiagnostics.NotPartial(net.Name), part.Identifier.GetLocation()));

    private static IEnumerable<LocatedProblem> FindContainingTypes(DeclaredNet net)
    {
        foreach (INamedTypeSymbol type in ContainingTypes.Of(net.Symbol))
        {
            IReadOnlyList<TypeDeclarationSyntax> parts = UserParts.Of(type, net.Cancellation);
            if (parts.FirstOrDefault(IsNotPartial) is { } notPartial)
            {
                Location location = notPartial.Identifier.GetLocation();
                yield return new(DeclarationDiagnostics.ContainingTypeNotPartial(type.Name, net.Name), location);
            }

            if (type.IsFileLocal)
            {
                Location location = Modifier(parts, SyntaxKind.FileKeyword) ?? net.NameLocation;
                yield return new(DeclarationDiagnostics.FileLocal(net.Name), location);
            }
        }
    }

    private static IEnumerable<LocatedProblem> FindStaticOrFile(DeclaredNet net)
    {
        if (net.Symbol.IsStatic)
        {
            Location location = Modifier(net.Parts, SyntaxKind.StaticKeyword) ?? net.NameLocation;
            yield return new(DeclarationDiagnostics.Static(net.Name), location);
        }

        if (net.Symbol.IsFileLocal)
        {
            Location location = Modifier(net.Parts, SyntaxKind.FileKeyword) ?? net.NameLocation;
            yield return new(DeclarationDiagnostics.FileLocal(net.Name), location);
        }
    }

    private static IEnumerable<LocatedProblem> FindLanguage(DeclaredNet net)
    {
        if (LanguageChecks.IsTooOldForStubs(net))
        {
            yield return new(DeclarationDiagnostics.LanguageTooOld(net.Name), net.NameLocation);
        }
    }

    /// <summary>Where a modifier stands, on whichever part.</summary>
    public static Location? Modifier(IReadOnlyList<TypeDeclarationSyntax> parts, SyntaxKind modifier) => parts
        .SelectMany(part => part.Modifiers)
        .Where(token => token.IsKind(modifier))
        .Select(token => token.GetLocation())
        .FirstOrDefault();

    private static bool IsNotPartial(TypeDeclarationSyntax part) => !part.Modifiers.Any(SyntaxKind.PartialKeyword);
}
