using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.CodeFixes;

/// <summary>Finds a net's attributes in its source.</summary>
internal static class NetSyntax
{
    private const string Suffix = "Attribute";

    /// <summary>The attributes [Input] and those of layers, in the order in which the generator reads them.</summary>
    public static IReadOnlyList<AttributeSyntax> Layers(INamedTypeSymbol net, CancellationToken cancellation)
    {
        List<SyntaxTree> files = [.. net.DeclaringSyntaxReferences.Select(part => part.SyntaxTree)];
        return
        [
            .. net.GetAttributes()
                .Where(attribute => attribute.ApplicationSyntaxReference is not null && IsInputOrLayer(attribute.AttributeClass))
                .OrderBy(attribute => files.IndexOf(attribute.ApplicationSyntaxReference!.SyntaxTree))
                .ThenBy(attribute => attribute.ApplicationSyntaxReference!.Span.Start)
                .Select(attribute => (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellation)),
        ];
    }

    public static bool IsInput(INamedTypeSymbol? type) => IsOurs(type, "InputAttribute");

    /// <summary>The attribute's class name without its suffix: <c>Conv2D</c>.</summary>
    public static string? Kind(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        string? name = model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType.Name;
        return name is not null && name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    private static bool IsInputOrLayer(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? candidate = type?.BaseType; candidate is not null; candidate = candidate.BaseType)
        {
            if (IsOurs(candidate, "LayerAttribute"))
            {
                return true;
            }
        }

        return IsInput(type);
    }

    private static bool IsOurs(INamedTypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "StaticNets", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
