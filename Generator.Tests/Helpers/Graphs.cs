using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Layers.Lowered;
using Xunit;

namespace StaticNets.Generator.Tests.Helpers;

/// <summary>Declared nets as graphs of operations.</summary>
internal static class Graphs
{
    /// <summary>The graph of a net whose layers and other attributes are given, before any pass.</summary>
    public static Graph Of(string attributes) =>
        Of(Specs(GeneratorRun.Compile("using StaticNets;\n[StaticNet]\n" + attributes + "\npublic partial class Net;")).Single());

    public static Graph Of(NetSpec spec)
    {
        NetCompilation compilation = GraphBuilder.Build(spec, CancellationToken.None);
        Assert.Empty(compilation.Problems);
        Graph graph = NetLowering.Lower(compilation.Graph!, CancellationToken.None);
        GraphVerifier.Verify(graph);
        return graph;
    }

    /// <summary>The valid nets of a project.</summary>
    public static IEnumerable<NetSpec> Specs(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            IEnumerable<INamedTypeSymbol> types = tree.GetRoot().DescendantNodes()
                .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>()
                .Select(node => (INamedTypeSymbol)model.GetDeclaredSymbol(node)!);
            foreach (INamedTypeSymbol type in types.Where(type => type.GetAttributes().Any(a => WellKnownTypes.IsStaticNet(a.AttributeClass))))
            {
                yield return NetParser.Parse(type, compilation, CancellationToken.None)!.Spec;
            }
        }
    }
}
