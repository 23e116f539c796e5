using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Diagnostics;

/// <summary>Where the package names the folder of its pages, a diagnostic links to its page there and is the same otherwise.</summary>
public sealed class HelpLinkTests
{
    [Theory]
    [InlineData("Dense(0)", "SN2001")]
    [InlineData("Dense(4, Activation = Activation.Softmax), Dense(2)", "SN5001")]
    public async Task The_page_is_the_packages(string layers, string id)
    {
        string source = $"using StaticNets; [StaticNet, Input(4), {layers}] partial class XorNet;";

        Diagnostic plain = Assert.Single((await Report(source, null)).Where(diagnostic => diagnostic.Id == id));
        Diagnostic linked = Assert.Single((await Report(source, "/home/some one/docs/diagnostics")).Where(diagnostic => diagnostic.Id == id));

        Assert.Empty(plain.Descriptor.HelpLinkUri);
        Assert.Equal($"file:///home/some%20one/docs/diagnostics/{id}.md", linked.Descriptor.HelpLinkUri);
        Assert.Equal(plain.ToString(), linked.ToString());
        Assert.Equal(plain.Properties, linked.Properties);
        Assert.Equal(
            (plain.Severity, plain.DefaultSeverity, plain.WarningLevel, plain.Descriptor.Category, plain.Descriptor.Title.ToString()),
            (linked.Severity, linked.DefaultSeverity, linked.WarningLevel, linked.Descriptor.Category, linked.Descriptor.Title.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no/absolute/path")]
    public async Task A_folder_that_is_none_is_passed_over(string folder)
    {
        Diagnostic reported = Assert.Single(await Report("using StaticNets; [StaticNet, Input(4), Dense(0)] partial class XorNet;", folder));

        Assert.Empty(reported.Descriptor.HelpLinkUri);
    }

    private static async Task<ImmutableArray<Diagnostic>> Report(string source, string? pages)
    {
        GeneratorRun run = await GeneratorRun.Of(source);
        AnalyzerOptions options = new([], new Options(pages));
        return await run.After.WithAnalyzers([new StaticNetAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class Options(string? pages) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(pages);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global(string? pages) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.StaticNetsPages" ? pages : null;
            return value is not null;
        }
    }
}
