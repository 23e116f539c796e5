using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>Data goes through the generator's folders in one order, and a folder knows only those before it.</summary>
public sealed class FolderOrderTests
{
    private const string Root = "StaticNets.Generator";

    // Those in one line know nothing of each other. A sub-folder that is not named stands where its folder does.
    private static readonly string[][] s_order =
    [
        ["Shared"], // what Runtime and the generator have in common, compiled from Runtime's files
        ["Common"],
        ["Targets"],
        ["Expressions"],
        ["Ir"],
        ["Diagnostics"],
        ["Declaration"],
        ["Layers"],
        ["Passes"],
        ["Plan"],
        ["Emit.Text"],
        ["Emit.Orchestration"],
        ["Kernels"],
        ["Emit.Files"],
        ["Emit.Stubs"],
        ["Diagnostics.Reports", "Diagnostics.Advice"],
        [""], // the generator and the analyzer themselves
    ];

    [Fact]
    public void No_folder_uses_one_that_comes_after_it()
    {
        string[] wrong =
        [
            .. from file in GeneratorSource.All
               let own = Place(Namespace(file))
               from name in Used(file)
               let used = Place(name.ToString())
               where used.Folder != own.Folder && used.Rank >= own.Rank
               select $"{own.Folder} -> {used.Folder}: {file.At(name)}",
        ];

        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        string[] wrong =
        [
            .. from file in GeneratorSource.All
               where Namespace(file).StartsWith(Root, StringComparison.Ordinal)
               let folders = file.Path.Split('/')[..^1]
               where Namespace(file) != string.Join('.', [Root, .. folders])
               select file.Path,
        ];

        Assert.Empty(wrong);
    }

    private static string Namespace(GeneratorSource file) =>
        file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString();

    /// <summary>The generator's namespaces that a file names: in using directives, and in front of types.</summary>
    private static IEnumerable<NameSyntax> Used(GeneratorSource file)
    {
        IEnumerable<NameSyntax> directives = file.Root.DescendantNodes().OfType<UsingDirectiveSyntax>()
            .Select(directive => directive.Name!);
        IEnumerable<NameSyntax> names = file.Root.DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<QualifiedNameSyntax>()
            .Where(name => name.Parent is not (BaseNamespaceDeclarationSyntax or QualifiedNameSyntax));
        return directives.Concat(names).Where(name => Names(name.ToString().Replace("global::", "", StringComparison.Ordinal)));
    }

    private static bool Names(string name) => name == Root || name.StartsWith(Root + ".", StringComparison.Ordinal);

    /// <summary>The folder of a namespace or of a type in it, and how far behind it stands.</summary>
    private static (string Folder, int Rank) Place(string name)
    {
        string path = name.Replace("global::", "", StringComparison.Ordinal);
        path = Names(path) ? path[Root.Length..].TrimStart('.') : "";
        return s_order
            .SelectMany((folders, rank) => folders.Select(folder => (Folder: folder, Rank: rank)))
            .Where(place => place.Folder == "" || path == place.Folder || path.StartsWith(place.Folder + ".", StringComparison.Ordinal))
            .MaxBy(place => place.Folder.Length);
    }
}
