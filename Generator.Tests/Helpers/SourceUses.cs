using StaticNets.Tests.Shared;
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNets.Generator.Tests;

/// <summary>Which folders of a project use types of which others, as the compiler sees it: namespaces may span folders.</summary>
internal sealed class SourceUses
{
    private readonly string _root;
    private readonly Func<string, string> _folder;
    private readonly HashSet<Use> _uses = [];
    private readonly HashSet<DeclaredType> _types = [];

    /// <param name="project">The project's folder.</param>
    /// <param name="folder">The folder that a file, by its path within the project, counts as part of.</param>
    public SourceUses(string project, Func<string, string> folder)
    {
        _root = Path.Combine(Repository.Root, project);
        _folder = folder;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Uses", Trees(), Libraries(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Read(tree, compilation.GetSemanticModel(tree));
        }
    }

    public IReadOnlyCollection<Use> Uses => _uses;

    /// <summary>The types that no other type is around.</summary>
    public IReadOnlyCollection<DeclaredType> Types => _types;

    private IEnumerable<SyntaxTree> Trees() => Directory
        .EnumerateFiles(_root, "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(_root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview), path));

    // All that these tests are built with, but for our own.
    private static IEnumerable<MetadataReference> Libraries() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("StaticNets", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path));

    private void Read(SyntaxTree tree, SemanticModel model)
    {
        string folder = Folder(tree);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is BaseTypeDeclarationSyntax { Parent: not BaseTypeDeclarationSyntax } declaration)
            {
                INamedTypeSymbol type = model.GetDeclaredSymbol(declaration)!;
                string space = type.ContainingNamespace.ToDisplayString();
                _types.Add(new DeclaredType(folder, space, type.Name, type.DeclaredAccessibility == Accessibility.Public));
            }
            else if (node is SimpleNameSyntax name && Outermost(model.GetSymbolInfo(name).Symbol) is { } used)
            {
                foreach (SyntaxReference part in used.DeclaringSyntaxReferences.Where(part => Folder(part.SyntaxTree) != folder))
                {
                    _uses.Add(new Use(folder, Folder(part.SyntaxTree), Path.GetRelativePath(_root, tree.FilePath), used.Name));
                }
            }
        }
    }

    private string Folder(SyntaxTree tree) => _folder(Path.GetRelativePath(_root, tree.FilePath));

    private static INamedTypeSymbol? Outermost(ISymbol? symbol)
    {
        INamedTypeSymbol? type = symbol switch
        {
            INamespaceSymbol => null,
            INamedTypeSymbol named => named,
            IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
            _ => symbol?.ContainingType,
        };
        while (type?.ContainingType is { } around)
        {
            type = around;
        }

        return type?.OriginalDefinition;
    }

    /// <param name="From">The folder of the file.</param>
    /// <param name="To">The folder of the type.</param>
    /// <param name="File">The file.</param>
    /// <param name="Type">The type that it names, or of which it names a member.</param>
    public sealed record Use(string From, string To, string File, string Type);

    public sealed record DeclaredType(string Folder, string Namespace, string Name, bool IsPublic);
}
