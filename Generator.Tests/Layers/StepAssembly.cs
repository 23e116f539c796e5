using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Layers;

/// <summary>The nets of all cases in one assembly: each over the last shape that its layers take as they are.</summary>
internal sealed class StepAssembly : IDisposable
{
    private readonly LoadedAssembly _loaded;

    private StepAssembly(IReadOnlyList<StepNets> tried, ILookup<string, string> problems)
    {
        StepNets[] chosen = [.. tried.Where(nets => !problems.Contains(nets.AloneName))
            .GroupBy(nets => nets.Case)
            .Select(shapes => shapes.Last())];
        IEnumerable<StepNets> refused = tried.Where(nets => chosen.All(other => other.Case != nets.Case));
        StepNets[] valid = [.. chosen.Where(nets => !problems.Contains(nets.WrappedName))];
        _loaded = new LoadedAssembly(Emitted([.. valid.SelectMany(nets => new[] { nets.Alone, nets.Wrapped })]));
        Problems = chosen.Concat(refused).ToLookup(nets => nets.Case.ToString(), nets => problems[nets.WrappedName]);
        Nets = valid.ToDictionary(
            nets => nets.Case.ToString(),
            nets => (RunningNet.Of(_loaded.GetType(nets.AloneName)), RunningNet.Of(_loaded.GetType(nets.WrappedName))));
    }

    /// <summary>What the analyzer says of each case in wrappers: over the shape that was chosen, or over all where there is none.</summary>
    public ILookup<string, IEnumerable<string>> Problems { get; }

    /// <summary>The nets of the cases without problems.</summary>
    public IReadOnlyDictionary<string, (RunningNet Steps, RunningNet Sequences)> Nets { get; }

    public static async Task<StepAssembly> Of(IReadOnlyList<StepCase> cases)
    {
        StepNets[] tried = [.. cases.SelectMany(tested => tested.Shapes.Select(shape => (tested, shape))).Select((one, i) => new StepNets(one.tested, one.shape, i))];
        CSharpCompilation compilation = GeneratorRun.Compile([.. tried.SelectMany(nets => new[] { nets.Alone, nets.Wrapped })]);
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        ILookup<string, string> problems = (await compilation.WithAnalyzers([new StaticNetAnalyzer()]).GetAnalyzerDiagnosticsAsync())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => NameOf(tried, Array.IndexOf(trees, diagnostic.Location.SourceTree)), diagnostic => diagnostic.Id);
        return new StepAssembly(tried, problems);
    }

    public void Dispose() => _loaded.Dispose();

    private static string NameOf(StepNets[] tried, int source) => source % 2 == 0 ? tried[source / 2].AloneName : tried[source / 2].WrappedName;

    /// <summary>With kernels for one target, which run anywhere.</summary>
    private static CSharpCompilation Emitted(string[] sources)
    {
        GeneratorDriver driver = GeneratorRun.Driver()
            .WithUpdatedAnalyzerConfigOptions(new BuildProperties(("StaticNetsTargetList", "v2")))
            .RunGeneratorsAndUpdateCompilation(GeneratorRun.Compile(sources), out Compilation after, out _);
        Assert.Null(driver.GetRunResult().Results[0].Exception);
        return (CSharpCompilation)after;
    }

    /// <summary>The two nets of a case over one shape.</summary>
    private sealed record StepNets(StepCase Case, string Shape, int Number)
    {
        public string AloneName => "Alone" + Number.ToString(CultureInfo.InvariantCulture);

        public string WrappedName => "Wrapped" + Number.ToString(CultureInfo.InvariantCulture);

        public string Alone => Case.Alone(AloneName, Shape);

        public string Wrapped => Case.Wrapped(WrappedName, Shape);
    }
}
