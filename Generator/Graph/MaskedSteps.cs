using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph;

/// <summary>Which values have masked steps, as far as that must be known while the graph is built.</summary>
internal sealed class MaskedSteps
{
    private readonly HashSet<Node> _masked = new();

    public void Add(Node node)
    {
        MaskRole role = node.Layer.Masks;
        bool begins = role.Source is not null || (role.InputIsMask && node.Inputs[0].Shape.Rank == 1);
        if (begins || (role.Passes && node.Inputs.Any(input => _masked.Contains(input) && input.Shape[0] == node.Shape[0])))
        {
            _masked.Add(node);
        }
    }

    /// <summary>Whether a layer reads masked steps that it can't leave out.</summary>
    public bool IsRefused(Layer layer, IReadOnlyList<Node> inputs) => layer.Masks.Refuses && _masked.Contains(inputs[0]);
}
