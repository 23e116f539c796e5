using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>What the user wrote of a type: its declarations without the emitted ones.</summary>
internal static class UserParts
{
    public static IReadOnlyList<TypeDeclarationSyntax> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        References(type, cancellation).Select(part => part.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>().ToList();

    /// <summary>Whether any of the symbol's declarations is the user's.</summary>
    public static bool HasAny(ISymbol symbol, CancellationToken cancellation) => References(symbol, cancellation).Any();

    private static IEnumerable<SyntaxReference> References(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences.Where(part => !EmittedSource.Contains(part.SyntaxTree, cancellation));
}
