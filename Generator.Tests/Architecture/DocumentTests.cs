using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Architecture;

/// <summary>That what pages say about files is so: the paths that they name are there, and the code that they show stands in them.</summary>
public sealed class DocumentTests
{
    private const string Folders = "CodeFixes|Codegen\\.Tests|Generator|Generator\\.Tests|Runtime|Runtime\\.Tests|docs|samples|templates|tools|benchmarks";

    private static readonly Regex s_path = new($"`((?:{Folders})/[\\w./-]+)`");
    private static readonly Regex s_block = new("^```csharp\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline);

    public static TheoryData<string> Pages =>
    [
        "README.md",
        "CONTRIBUTING.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Paths_that_a_page_names_are_there(string page)
    {
        IEnumerable<string> paths = s_path.Matches(Read(page)).Select(match => match.Groups[1].Value);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    /// <summary>Each block of code stands in the file that is named last before it.</summary>
    [Fact]
    public void Code_on_the_page_for_layers_is_the_repository_s()
    {
        string text = Read("docs/adding-a-layer.md");
        Match[] blocks = s_block.Matches(text).ToArray();
        Assert.True(blocks.Length > 5, "The page shows no code.");
        foreach (Match block in blocks)
        {
            string path = s_path.Matches(text[..block.Index])
                .Select(match => match.Groups[1].Value)
                .Last(named => named.Contains(".cs", StringComparison.Ordinal));
            Assert.Contains(block.Groups[1].Value, Read(path));
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}
