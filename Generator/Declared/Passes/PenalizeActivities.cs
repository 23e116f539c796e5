using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Lets a node of its own read each output that has a penalty. A further reader is what every later pass respects: the output stays as it
/// is, whole and not overwritten.
/// </summary>
internal static class PenalizeActivities
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => !node.Layer.ActivityPenalty.IsNone).ToArray())
        {
            string name = node.Name + "_activity_penalty";
            var layer = new ActivityPenaltyLayer(node.Layer.ActivityPenalty);
            string variable = Identifier.Variable(name, graph.Names);
            var penalty = new Node(layer, name, variable, node.Attribute, [node], ActivityPenaltyLayer.Output);
            graph.Nodes.Insert(graph.Nodes.IndexOf(node) + 1, penalty);
        }
    }
}
