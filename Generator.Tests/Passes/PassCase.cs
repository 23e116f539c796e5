using System;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>A pass over a declared net, as printed graphs before and after.</summary>
internal static class PassCase
{
    /// <summary>Fails unless the graph of a net prints as one text before a pass and as another behind it.</summary>
    public static void Check(string attributes, Func<Graph, Graph> pass, string before, string after) =>
        Check(Graphs.Of(attributes), pass, before, after);

    /// <summary>The same behind <see cref="InferenceForm"/>.</summary>
    public static void CheckInference(string attributes, Func<Graph, Graph> pass, string before, string after) =>
        Check(InferenceForm.Run(Graphs.Of(attributes)), pass, before, after);

    /// <summary>The same behind <see cref="FuseActivations"/>.</summary>
    public static void CheckActivated(string attributes, Func<Graph, Graph> pass, string before, string after) =>
        Check(FuseActivations.Run(Graphs.Of(attributes), training: true), pass, before, after);

    private static void Check(Graph graph, Func<Graph, Graph> pass, string before, string after)
    {
        Assert.Equal(Lines(before), Lines(GraphPrinter.Print(graph)));
        Graph result = pass(graph);
        GraphVerifier.Verify(result);
        Assert.Equal(Lines(after), Lines(GraphPrinter.Print(result)));
    }

    /// <summary>Fails unless a pass leaves a graph as it is.</summary>
    public static void CheckUnchanged(string attributes, Func<Graph, Graph> pass)
    {
        Graph graph = Graphs.Of(attributes);
        Assert.Equal(GraphPrinter.Print(graph), GraphPrinter.Print(pass(graph)));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Trim('\n').Split('\n');
}
