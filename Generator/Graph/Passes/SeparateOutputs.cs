using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>
/// Gives an output that shows the values of another one, under whatever shape, a copy of them: each loss stores a gradient of its own, and
/// views would have one in common.
/// </summary>
internal static class SeparateOutputs
{
    public static void Run(NetGraph graph)
    {
        var seen = new HashSet<Node>();
        foreach (NetOutput output in graph.TrainedOutputs)
        {
            Node node = output.Node;
            if (seen.Add(node.Unviewed))
            {
                continue;
            }

            string name = node.Name + "_copy";
            var used = new HashSet<string>(graph.Nodes.Select(other => other.Constant));
            string variable = Identifier.Variable(name, used);
            var copy = new Node(new ConcatenateLayer([], axis: -1), name, variable, node.Attribute, [node], node.Shape);
            graph.Nodes.Insert(graph.Nodes.IndexOf(node) + 1, copy);
            output.Node = copy;
        }
    }
}
