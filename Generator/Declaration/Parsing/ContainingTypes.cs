using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>The types around a net.</summary>
internal static class ContainingTypes
{
    /// <summary>From the outermost to the innermost.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Of(INamedTypeSymbol net)
    {
        List<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? type = net.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Insert(0, type);
        }

        return types;
    }

    /// <summary>The declaration that another part of the type begins with: <c>partial record struct Outer</c>.</summary>
    public static string Header(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return "partial " + kind + " " + Identifiers.Escape(type.Name) + Identifiers.TypeParameters(type);
    }
}
