using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Tests.Shared;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>A file of the generator.</summary>
/// <param name="Path">Where it stands in the generator's folder: <c>Plan/Tiles/Split.cs</c>.</param>
/// <param name="Root">What is in it.</param>
internal sealed record GeneratorSource(string Path, SyntaxNode Root)
{
    public static IReadOnlyList<GeneratorSource> All { get; } = [.. Read(System.IO.Path.Combine(Repository.Root, "Generator"))];

    /// <summary>Where a piece of it stands, as messages show it.</summary>
    public string At(SyntaxNode node) => $"{Path}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {node}";

    private static IEnumerable<GeneratorSource> Read(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let path = System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')
        where path.Split('/')[0] is not ("obj" or "bin")
        select new GeneratorSource(path, CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot());
}
