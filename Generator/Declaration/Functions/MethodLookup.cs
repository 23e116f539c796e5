using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;

namespace StaticNets.Generator.Declaration.Functions;

/// <summary>
/// Finds what an argument means by a method's name. <c>nameof(Curves.Squash)</c> is the constant <c>"Squash"</c>, but its source says which
/// class is meant; a name alone is looked up in the class that the attribute stands on, then in those around it.
/// </summary>
internal static class MethodLookup
{
    /// <summary>All members of the name, overloads of a method or whatever else there is.</summary>
    /// <param name="expression">The argument.</param>
    /// <param name="name">Its value.</param>
    /// <param name="owner">The class that the attribute stands on.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<ISymbol> Find(
        ExpressionSyntax expression, string name, INamedTypeSymbol owner, Compilation compilation, CancellationToken cancellation)
    {
        if (OperandOfNameof(expression) is { } operand)
        {
            SemanticModel model = compilation.GetSemanticModel(operand.SyntaxTree);
            IReadOnlyList<ISymbol> meant = model.GetMemberGroup(operand, cancellation);
            if (meant.Count > 0)
            {
                return meant;
            }
        }

        for (INamedTypeSymbol? type = owner; type is not null; type = type.ContainingType)
        {
            for (INamedTypeSymbol? declaring = type; declaring is not null; declaring = declaring.BaseType)
            {
                ISymbol[] members = [.. declaring.GetMembers(name).Where(member => !IsEmitted(member, cancellation))];
                if (members.Length > 0)
                {
                    return members;
                }
            }
        }

        return [];
    }

    /// <summary>The expression behind a method's <c>=&gt;</c>, or null where it has a block or nothing.</summary>
    public static ExpressionSyntax? Body(IMethodSymbol method, CancellationToken cancellation) =>
        Declaration(method, cancellation)?.ExpressionBody?.Expression;

    /// <summary>The method's declaration, the one with the body, or null where its source is not part of the compilation.</summary>
    public static MethodDeclarationSyntax? Declaration(IMethodSymbol method, CancellationToken cancellation) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences
            .Select(part => part.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>().FirstOrDefault();

    private static ExpressionSyntax? OperandOfNameof(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: IdentifierNameSyntax called, ArgumentList.Arguments: { Count: 1 } arguments }
            && called.Identifier.IsKind(SyntaxKind.IdentifierToken) && called.Identifier.Text == "nameof"
                ? arguments[0].Expression
                : null;

    private static bool IsEmitted(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.Any(part => EmittedSource.Contains(part.SyntaxTree, cancellation));
}
