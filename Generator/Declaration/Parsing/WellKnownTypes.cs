using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Recognizes StaticNets' own types.</summary>
internal static class WellKnownTypes
{
    public const string StaticNetAttribute = "StaticNets.StaticNetAttribute";

    public static bool IsStaticNet(INamedTypeSymbol? type) => Is(type, "StaticNetAttribute");

    public static bool IsInput(INamedTypeSymbol? type) => Is(type, "InputAttribute");

    public static bool IsOutput(INamedTypeSymbol? type) => Is(type, "OutputAttribute");

    public static bool IsCompile(INamedTypeSymbol? type) => Is(type, "CompileAttribute");

    public static bool IsInvalidNet(INamedTypeSymbol? type) => Is(type, "InvalidNetAttribute");

    public static bool IsNetInterface(INamedTypeSymbol? type) => Is(type, "IStaticNet") || Is(type, "ITrainableNet");

    /// <summary>Whether the type derives from <c>LayerAttribute</c>.</summary>
    public static bool IsLayer(INamedTypeSymbol? type) => LayerBase(type) is not null;

    /// <summary>Whether the type is a block: a user's class deriving from <c>BlockAttribute</c>.</summary>
    public static bool IsBlock(INamedTypeSymbol? type)
    {
        INamedTypeSymbol? candidate = type?.BaseType;
        while (candidate is not null && !Is(candidate, "BlockAttribute"))
        {
            candidate = candidate.BaseType;
        }

        return candidate is not null;
    }

    /// <summary>Whether the layer comes with StaticNets: the generator has code for no other.</summary>
    public static bool IsOwnLayer(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, LayerBase(type)?.ContainingAssembly);

    private static INamedTypeSymbol? LayerBase(INamedTypeSymbol? type)
    {
        INamedTypeSymbol? candidate = type?.BaseType;
        while (candidate is not null && !Is(candidate, "LayerAttribute"))
        {
            candidate = candidate.BaseType;
        }

        return candidate;
    }

    private static bool Is(INamedTypeSymbol? type, string name) => type is
    {
        ContainingType: null,
        ContainingNamespace: { Name: "StaticNets", ContainingNamespace.IsGlobalNamespace: true },
    } && type.Name == name;
}
