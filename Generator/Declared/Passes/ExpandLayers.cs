using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Puts the parts of a layer that is made of others in its place. Their weights keep the whole's names and order.</summary>
internal static class ExpandLayers
{
    public static void Run(NetGraph graph)
    {
        while (graph.Nodes.Find(node => node.Layer.Parts.Count > 0) is { } whole)
        {
            Expand(graph, whole);
        }
    }

    private static void Expand(NetGraph graph, Node whole)
    {
        var nodes = new Dictionary<LayerPart, Node>();
        int place = graph.Nodes.IndexOf(whole);
        graph.Nodes.RemoveAt(place);
        Node output = whole;
        int weights = 0;
        foreach (LayerPart part in whole.Layer.Parts)
        {
            part.Layer.IsFrozen = whole.Layer.IsFrozen;
            string name = whole.Name + "_" + part.Suffix;
            IReadOnlyList<Node> inputs = part.Inputs.Count > 0 ? part.Inputs.Select(input => nodes[input]).ToArray()
                : part.WholeInputs is { } places ? places.Select(place => whole.Inputs[place]).ToArray()
                : whole.Inputs;
            output = new Node(part.Layer, name, Identifier.Variable(name, graph.Names), whole.Attribute, inputs, part.Shape)
            {
                Steps = whole.Steps * part.Steps,
                TensorNames = whole.TensorNames.Skip(weights).Take(part.Layer.Weights.Count).ToArray(),
            };
            weights += part.Layer.Weights.Count;
            nodes.Add(part, output);
            graph.Nodes.Insert(place++, output);
        }

        graph.Redirect(whole, output);
    }
}
