using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph;

/// <summary>Which values have masked steps, as far as that must be known while the graph is built.</summary>
internal static class MaskedSteps
{
    public static ISet<Node> Of(IReadOnlyList<Node> nodes)
    {
        var masked = new HashSet<Node>();
        foreach (Node node in nodes)
        {
            MaskRole role = node.Layer.Masks;
            bool begins = role.Source is not null || (role.InputIsMask && node.Inputs[0].Shape.Rank == 1);
            IEnumerable<Node> read = node.Layer is MergeLayer ? node.Inputs : node.Inputs.Take(1);
            bool passes = role.Passes && node.Shape.Rank > 1;
            if (begins || (passes && read.Any(input => masked.Contains(input) && input.Shape[0] == node.Shape[0])))
            {
                masked.Add(node);
            }
        }

        return masked;
    }
}
