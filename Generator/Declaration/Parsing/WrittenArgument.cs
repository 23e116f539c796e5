using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>An attribute's argument that stands in the source.</summary>
/// <param name="Name">The name of the property that it fills.</param>
/// <param name="Syntax">Its source; several for a <c>params</c> array.</param>
/// <param name="Constant">Its value, or null where the compiler could not bind the attribute.</param>
internal sealed record WrittenArgument(string Name, List<AttributeArgumentSyntax> Syntax, TypedConstant? Constant)
{
    public Location Location =>
        Location.Create(Syntax[0].SyntaxTree, TextSpan.FromBounds(Syntax[0].Span.Start, Syntax[Syntax.Count - 1].Span.End));
}
