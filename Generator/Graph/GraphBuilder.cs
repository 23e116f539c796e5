using System.Collections.Generic;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Graph;

/// <summary>Builds the graph of a declaration and infers every shape.</summary>
internal static class GraphBuilder
{
    public static NetCompilation Build(NetSpec spec) => new(spec.Problems.Count == 0 ? new NetGraph() : null, new List<Problem>(spec.Problems));
}
