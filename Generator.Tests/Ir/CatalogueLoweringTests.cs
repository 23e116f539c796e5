using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Generator.Tests.Ir;

/// <summary>Every net of the test catalogue becomes a graph that holds together.</summary>
public class CatalogueLoweringTests
{
    [Fact]
    public void Every_net_lowers()
    {
        string[] sources = [.. Directory.GetFiles(Path.Combine(Repository.Root, "Runtime.Tests", "Nets"), "*.cs").Select(File.ReadAllText)];
        CSharpCompilation compilation = GeneratorRun.Compile(sources);
        List<NetSpec> specs = [.. Graphs.Specs(compilation)];
        Assert.True(specs.Count > 300, $"{specs.Count} nets");
        string? folder = Environment.GetEnvironmentVariable("GRAPHS");
        foreach (NetSpec spec in specs)
        {
            Graph graph = Graphs.Of(spec);
            if (folder is not null)
            {
                File.WriteAllText(Path.Combine(folder, spec.Name + ".txt"), GraphPrinter.Print(graph));
            }
        }
    }
}
