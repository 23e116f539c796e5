using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Tests.Shared;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>A page of <c>docs/diagnostics</c>: code blocks under the headings Wrong and Right.</summary>
internal sealed class DiagnosticPage
{
    private DiagnosticPage(string text) => Text = text;

    public string Text { get; }

    public static string Folder => Path.Combine(Repository.Root, "docs", "diagnostics");

    public static DiagnosticPage Read(string id) => new(File.ReadAllText(Path.Combine(Folder, id + ".md")));

    public CSharpCompilation Wrong => LanguageVersion is { } version
        ? GeneratorRun.CompileAs(version, Blocks("Wrong", "csharp")[0])
        : GeneratorRun.Compile(Blocks("Wrong", "csharp")[0]);

    /// <summary>What another generator emits beside the wrong code.</summary>
    public EmittingGenerator[] Others => [.. Blocks("Wrong", "csharp").Skip(1).Select(source => new EmittingGenerator(source))];

    public CSharpCompilation Right => GeneratorRun.Compile(Blocks("Right", "csharp").Single());

    private LanguageVersion? LanguageVersion => Blocks("Wrong", "xml").Select(xml => Regex.Match(xml, "<LangVersion>(.+)</LangVersion>").Groups[1].Value)
        .Select(text => LanguageVersionFacts.TryParse(text, out LanguageVersion version) ? version : default(LanguageVersion?))
        .SingleOrDefault();

    private IReadOnlyList<string> Blocks(string heading, string language)
    {
        string section = Regex.Match(Text, $@"^## {heading}\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return [.. Regex.Matches(section, $@"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups[1].Value)];
    }
}
