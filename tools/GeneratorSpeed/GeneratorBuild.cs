using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNets.Tools.GeneratorSpeed;

/// <summary>What one run of a generator took.</summary>
internal sealed record Cost(double Milliseconds, double Megabytes);

/// <summary>The generator of a tree of the repository, which writes a net that changes with each run.</summary>
internal sealed class GeneratorBuild
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Latest);

    private readonly Func<int, string> _source;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _runs;

    public GeneratorBuild(string tree, Func<int, string> source)
    {
        _source = source;
        string generator = Path.GetFullPath(Path.Combine(tree, "Generator/bin/Release/netstandard2.0/StaticNets.Generator.dll"));
        string runtime = Path.GetFullPath(Path.Combine(tree, "Runtime/bin/Release/net10.0/StaticNets.dll"));
        Type type = new AssemblyLoadContext(tree).LoadFromAssemblyPath(generator).GetType("StaticNets.Generator.StaticNetGenerator", true)!;
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        IEnumerable<string> assemblies = platform.Split(Path.PathSeparator).Append(runtime);
        _compilation = CSharpCompilation.Create(
            "Nets",
            [CSharpSyntaxTree.ParseText(source(0), s_parsing)],
            assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        ISourceGenerator generated = ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
        _driver = CSharpGeneratorDriver.Create([generated], parseOptions: s_parsing).RunGenerators(_compilation);
        GeneratorRunResult result = _driver.GetRunResult().Results[0];
        if (result.Exception is not null || result.GeneratedSources.IsEmpty)
        {
            throw new InvalidOperationException($"{tree}: nothing was written.", result.Exception);
        }
    }

    /// <summary>What was written last.</summary>
    public int Characters => _driver.GetRunResult().Results[0].GeneratedSources.Sum(source => source.SourceText.Length);

    public Cost Run()
    {
        _runs++;
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(_source(_runs), s_parsing));
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        _driver = _driver.RunGenerators(_compilation);
        return new Cost(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1e6);
    }
}
