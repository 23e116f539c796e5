using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>
/// The user's constructors must leave room for the emitted one, <c>(int seed = 0)</c>, and call it: it is the one that makes the weights.
/// </summary>
internal static class ConstructorChecks
{
    public static IEnumerable<LocatedProblem> Find(DeclaredNet net)
    {
        if (net.Symbol.TypeKind != TypeKind.Class || net.Symbol.IsRecord)
        {
            yield break;
        }

        foreach (ParameterListSyntax primary in PrimaryConstructors(net))
        {
            yield return new(DeclarationDiagnostics.PrimaryConstructor(net.Name), primary.GetLocation());
        }

        foreach (IMethodSymbol constructor in net.Symbol.InstanceConstructors)
        {
            if (Syntax(net, constructor) is not { } syntax)
            {
                continue;
            }

            if (HasEmittedSignature(constructor))
            {
                yield return new(DeclarationDiagnostics.ConstructorTaken(net.Name), syntax.Identifier.GetLocation());
            }
            else if (syntax.Initializer is null || !syntax.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
            {
                yield return new(DeclarationDiagnostics.ConstructorNotChained(net.Name), syntax.Identifier.GetLocation());
            }
        }
    }

    /// <summary>Whether the emitted constructor would not compile.</summary>
    public static bool IsTaken(DeclaredNet net) =>
        PrimaryConstructors(net).Any()
        || !ClassChecks.BaseCanBeConstructed(net)
        || net.Symbol.InstanceConstructors.Any(constructor => HasEmittedSignature(constructor) && Syntax(net, constructor) is not null);

    private static IEnumerable<ParameterListSyntax> PrimaryConstructors(DeclaredNet net) =>
        net.Parts.Select(part => part.ParameterList).OfType<ParameterListSyntax>();

    private static bool HasEmittedSignature(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1
        && constructor.Parameters[0] is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 };

    private static ConstructorDeclarationSyntax? Syntax(DeclaredNet net, IMethodSymbol constructor) =>
        UserParts.HasAny(constructor, net.Cancellation)
            ? constructor.DeclaringSyntaxReferences[0].GetSyntax(net.Cancellation) as ConstructorDeclarationSyntax
            : null;
}
