using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Marks the layers below the first one that is trained or that training runs otherwise than inference: no gradient comes to them, so
/// training may run them as inference does. Without a layer that was frozen there is nothing to gain.
/// </summary>
internal static class MarkFrozenTrunk
{
    public static void Run(NetGraph graph)
    {
        var trunk = new HashSet<Node>();
        foreach (Node node in graph.Nodes)
        {
            node.IsInFrozenTrunk = false;
            if (!node.IsTrainable && !node.Layer.DiffersInTraining && node.Inputs.All(trunk.Contains))
            {
                trunk.Add(node);
            }
        }

        if (trunk.Any(node => node.Layer.IsFrozen && node.Layer.Weights.Count > 0))
        {
            foreach (Node node in trunk)
            {
                node.IsInFrozenTrunk = true;
            }
        }
    }
}
