using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>The attributes as a list: all on one declaration, inputs first, and at least one layer.</summary>
internal static class LayerChecks
{
    public static IEnumerable<LocatedProblem> Find(DeclaredNet net)
    {
        IReadOnlyList<AttributeData> layers = net.Attributes.Layers;
        int firstLayer = layers.TakeWhile(attribute => WellKnownTypes.IsInput(attribute.AttributeClass)).Count();
        if (!layers.Any(attribute => WellKnownTypes.IsInput(attribute.AttributeClass)))
        {
            yield return net.Locate(DeclarationDiagnostics.NoInput(net.Name) with { Attribute = Problem.Options });
        }
        else if (firstLayer == layers.Count)
        {
            yield return net.Locate(DeclarationDiagnostics.NoLayers(net.Name) with { Attribute = Problem.Options });
        }

        int split = IndexOfSplit(net);
        if (split >= 0)
        {
            yield return net.Locate(DeclarationDiagnostics.LayersSplit(net.Name) with { Attribute = split });
        }

        for (int index = 0; index < layers.Count; index++)
        {
            INamedTypeSymbol? type = layers[index].AttributeClass;
            if (index > firstLayer && WellKnownTypes.IsInput(type))
            {
                yield return net.Locate(DeclarationDiagnostics.InputAfterLayer(net.Name) with { Attribute = index });
            }

            if (type is not null && WellKnownTypes.IsLayer(type) && !WellKnownTypes.IsOwnLayer(type) && !WellKnownTypes.IsBlock(type))
            {
                yield return net.Locate(DeclarationDiagnostics.UnknownLayer(type.Name) with { Attribute = index });
            }
        }
    }

    /// <summary>The first attribute that does not stand on the declaration of the one above it, or -1.</summary>
    private static int IndexOfSplit(DeclaredNet net)
    {
        List<SyntaxNode?> declarations = [.. net.Attributes.Layers.Select(attribute => Declaration(net, attribute))];
        return declarations.FindIndex(declaration => declaration != declarations[0]);
    }

    private static SyntaxNode? Declaration(DeclaredNet net, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(net.Cancellation).Parent?.Parent;
}
