using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared;

/// <summary>Which values have masked steps, as far as that must be known while the graph is built.</summary>
internal static class MaskedSteps
{
    /// <summary>The nodes that have, and of each whether inputs of the net alone say which steps: then metrics know it, too.</summary>
    public static IReadOnlyDictionary<Node, bool> Of(IReadOnlyList<Node> nodes)
    {
        var masked = new Dictionary<Node, bool>();
        foreach (Node node in nodes)
        {
            MaskRole role = node.Layer.Masks;
            IEnumerable<Node> read = node.Layer is MergeLayer ? node.Inputs : node.Inputs.Take(1);
            Node[] passing = read.Where(input => masked.ContainsKey(input) && input.Shape[0] == node.Shape[0]).ToArray();
            if (role.Source is not null || (role.InputIsMask && node.Inputs[0].Shape.Rank == 1))
            {
                masked.Add(node, node.Inputs[0].Unviewed.Layer is InputLayer);
            }
            else if (role.Passes && node.Shape.Rank > 1 && passing.Length > 0)
            {
                masked.Add(node, passing.All(input => masked[input]));
            }
        }

        return masked;
    }
}
