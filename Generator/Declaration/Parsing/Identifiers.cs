using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>Names as they must be written in source.</summary>
internal static class Identifiers
{
    /// <summary>The name, with <c>@</c> where it is a keyword anywhere.</summary>
    public static string Escape(string name)
    {
        bool isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
        return isKeyword ? "@" + name : name;
    }

    /// <summary>The namespace with every part escaped; empty for the global one.</summary>
    public static string Escape(INamespaceSymbol containingNamespace)
    {
        if (containingNamespace.IsGlobalNamespace)
        {
            return "";
        }

        string outer = Escape(containingNamespace.ContainingNamespace);
        return outer.Length == 0 ? Escape(containingNamespace.Name) : outer + "." + Escape(containingNamespace.Name);
    }

    /// <summary><c>&lt;TKey, TValue&gt;</c>, or empty for a type that is not generic.</summary>
    public static string TypeParameters(INamedTypeSymbol type) =>
        type.Arity == 0 ? "" : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Escape(parameter.Name))) + ">";

    /// <summary>Whether a name is still missing: that of the type, of a type parameter, or of anything around it.</summary>
    public static bool IsUnfinished(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol symbol = type;
        while (symbol is not INamespaceSymbol { IsGlobalNamespace: true })
        {
            bool isUnnamed = symbol.Name.Length == 0;
            if (isUnnamed || (symbol is INamedTypeSymbol named && named.TypeParameters.Any(parameter => parameter.Name.Length == 0)))
            {
                return true;
            }

            symbol = symbol.ContainingType ?? (INamespaceOrTypeSymbol)symbol.ContainingNamespace;
        }

        return false;
    }

    /// <summary>The name as metadata has it: <c>Shop.Outer+DigitNet</c>.</summary>
    public static string Metadata(INamedTypeSymbol type)
    {
        if (type.ContainingType is INamedTypeSymbol outer)
        {
            return Metadata(outer) + "+" + type.MetadataName;
        }

        return type.ContainingNamespace.IsGlobalNamespace
            ? type.MetadataName
            : Metadata(type.ContainingNamespace) + "." + type.MetadataName;
    }

    /// <summary>The name as code anywhere can write it: <c>global::Shop.Outer.DigitNet</c>.</summary>
    public static string Qualified(INamedTypeSymbol type)
    {
        string outer = type.ContainingType is INamedTypeSymbol containing ? Qualified(containing) + "."
            : type.ContainingNamespace.IsGlobalNamespace ? "global::"
            : "global::" + Escape(type.ContainingNamespace) + ".";
        return outer + Escape(type.Name) + TypeParameters(type);
    }

    /// <summary>A constructor parameter's name as that of the property it fills: <c>kernelSize</c> becomes <c>KernelSize</c>.</summary>
    public static string PropertyOf(string parameterName) =>
        parameterName.Length == 0 ? "" : char.ToUpperInvariant(parameterName[0]) + parameterName.Substring(1);

    private static string Metadata(INamespaceSymbol containingNamespace) =>
        containingNamespace.ContainingNamespace.IsGlobalNamespace
            ? containingNamespace.Name
            : Metadata(containingNamespace.ContainingNamespace) + "." + containingNamespace.Name;
}
