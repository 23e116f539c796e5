using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNets.Generator;
using StaticNets.Generator.Targets;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>A user's source through generator and analyzer, as a build would take it.</summary>
internal sealed class GeneratorRun
{
    // One for all, so that the references are bound once.
    private static readonly CSharpCompilation s_project = CSharpCompilation.Create(
        "UsersProject",
        references: References.All,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: true,
            warningLevel: 9999,
            generalDiagnosticOption: ReportDiagnostic.Error,
            nullableContextOptions: NullableContextOptions.Enable));

    private GeneratorRun(CSharpCompilation before, CSharpCompilation after, GeneratorDriverRunResult result, IReadOnlyList<Diagnostic> reported)
    {
        Before = before;
        After = after;
        Result = result;
        Reported = reported;
    }

    /// <summary>The user's source alone.</summary>
    public CSharpCompilation Before { get; }

    /// <summary>With what was generated.</summary>
    public CSharpCompilation After { get; }

    public GeneratorDriverRunResult Result { get; }

    /// <summary>What the analyzer reported, in source order.</summary>
    public IReadOnlyList<Diagnostic> Reported { get; }

    /// <summary>What this generator emitted, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => Result.Results
        .Where(result => result.Generator.GetGeneratorType() == typeof(StaticNetGenerator))
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The only emitted source.</summary>
    public string Source => Assert.Single(Sources).Value;

    public static Task<GeneratorRun> Of(string source, params IIncrementalGenerator[] others) => Of([source], others);

    public static Task<GeneratorRun> Of(string[] sources, params IIncrementalGenerator[] others) => Of(Compile(sources), others);

    public static Task<GeneratorRun> Of(CSharpCompilation before, params IIncrementalGenerator[] others) => Of(before, Driver(others));

    /// <summary>In a build with such properties.</summary>
    public static Task<GeneratorRun> Of(CSharpCompilation before, BuildProperties build) => Of(before, Driver().WithUpdatedAnalyzerConfigOptions(build));

    /// <summary>With the kernels of one target only, where one is as good as the other.</summary>
    public static Task<GeneratorRun> OfTarget(string target, params string[] sources) =>
        Of(Compile(sources), new BuildProperties(("StaticNetsTargetList", target)));

    private static async Task<GeneratorRun> Of(CSharpCompilation before, GeneratorDriver driver)
    {
        driver = driver.WithUpdatedParseOptions(before.SyntaxTrees[0].Options).RunGeneratorsAndUpdateCompilation(before, out Compilation after, out _);
        GeneratorDriverRunResult result = driver.GetRunResult();
        Assert.All(result.Results, generator => Assert.Null(generator.Exception));
        Assert.Empty(result.Diagnostics);
        ImmutableArray<Diagnostic> reported = await after.WithAnalyzers([new StaticNetAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.All(reported, diagnostic => Assert.StartsWith("SN", diagnostic.Id, System.StringComparison.Ordinal));
        return new GeneratorRun(before, (CSharpCompilation)after, result, [.. reported.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)]);
    }

    public static CSharpCompilation Compile(params string[] sources) => s_project.AddSyntaxTrees(sources.Select((source, index) => Parse(source, index)));

    public static SyntaxTree Parse(string source, int index = 0) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), "File" + index.ToString(CultureInfo.InvariantCulture) + ".cs");

    /// <summary>The same source in an older C#.</summary>
    public static CSharpCompilation CompileAs(LanguageVersion version, string source) =>
        s_project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version), "File0.cs"));

    public static GeneratorDriver Driver(params IIncrementalGenerator[] others) => CSharpGeneratorDriver.Create(
        others.Prepend(new StaticNetGenerator()).Select(generator => generator.AsSourceGenerator()),
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        optionsProvider: new BuildProperties((TargetSelection.TargetsProperty, "v4,v3,v2")),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Fails where the generated code brought an error or warning that the user's own source does not have.</summary>
    public void AssertAddsNoErrors()
    {
        HashSet<string> own = [.. Before.GetDiagnostics().Select(diagnostic => diagnostic.ToString())];
        string[] added = [.. After.GetDiagnostics().Select(diagnostic => diagnostic.ToString()).Where(diagnostic => !own.Contains(diagnostic))];
        Assert.True(added.Length == 0, string.Join("\n", added) + "\n\n" + string.Join("\n", Sources.Values));
    }

    /// <summary>Fails unless the analyzer reported exactly these errors, each given as <c>SN1001 DigitNet</c>: the id and the text under the squiggle.</summary>
    public void AssertReported(params string[] expected) =>
        Assert.Equal(expected, Reported.Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).Select(Describe));

    /// <summary>Fails unless the analyzer found the net valid and gave exactly this advice, described as above.</summary>
    public void AssertAdvised(params string[] expected)
    {
        AssertReported();
        Assert.Equal(expected, Reported.Select(Describe));
    }

    private static string Describe(Diagnostic diagnostic) =>
        diagnostic.Id + " " + diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
