using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Diagnostics;

/// <summary>Each diagnostic has its page, whose wrong code gives it and nothing else, and whose right code gives nothing.</summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. DiagnosticTable.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void There_is_a_page_for_each_id_and_no_other()
    {
        string[] pages = [.. Directory.GetFiles(DiagnosticPage.Folder, "SN*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

        Assert.Equal(DiagnosticTable.All.Select(descriptor => descriptor.Id), pages);
    }

    [Fact]
    public void The_list_links_each_page()
    {
        string list = File.ReadAllText(Path.Combine(DiagnosticPage.Folder, "README.md"));

        Assert.All(DiagnosticTable.All, descriptor => Assert.Contains($"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} |\n", list));
    }

    /// <summary>The page's own code is one test; the edges of the rule are in another that names the id.</summary>
    [Fact]
    public void Every_id_has_a_test_of_its_own()
    {
        string tests = string.Concat(Directory
            .GetFiles(Path.Combine(Repository.Root, "Generator.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

        Assert.All(DiagnosticTable.All, descriptor => Assert.Contains($"\"{descriptor.Id} ", tests));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_code_gives_this_id_alone(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);
        DiagnosticDescriptor descriptor = DiagnosticTable.All.Single(descriptor => descriptor.Id == id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page.Text, StringComparison.Ordinal);

        GeneratorRun run = await GeneratorRun.Of(page.Wrong, page.Others);

        Diagnostic reported = Assert.Single(run.Reported);
        Assert.Equal(id, reported.Id);
        Assert.Equal(descriptor.HelpLinkUri, reported.Descriptor.HelpLinkUri);
        run.AssertAddsNoErrors();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_code_gives_nothing_and_compiles(string id)
    {
        GeneratorRun run = await GeneratorRun.Of(DiagnosticPage.Read(id).Right);

        Assert.Empty(run.Reported);
        Assert.DoesNotContain(run.After.GetDiagnostics(), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
        Assert.NotEmpty(run.Sources);
    }
}
