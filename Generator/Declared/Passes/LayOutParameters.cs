using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Gives every weight its place in the parameter block: layer by layer as declared, without gaps.</summary>
internal static class LayOutParameters
{
    public static void Run(NetGraph graph) => graph.Weights = Of(graph.Nodes);

    public static IReadOnlyList<WeightPlace> Of(IEnumerable<Node> nodes) =>
        nodes.SelectMany(node => node.Weights.Select((tensor, index) => new WeightPlace(node, index, tensor))).ToArray();
}
