using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Takes the masks of steps from embeddings and maskings through the net, and gives them to the losses and layers that leave masked steps
/// out: to a layer as a further input. Layers that don't know masks end them, as in Keras.
/// </summary>
internal static class PropagateMasks
{
    public static void Run(NetGraph graph, bool training)
    {
        var masks = new Dictionary<Node, Node>();
        foreach (Node node in graph.Nodes.ToArray())
        {
            MaskRole role = node.Layer.Masks;
            Node masked = node;
            if (role.Source is { } source)
            {
                Node mask = Create(graph, source, node, [node.Inputs[0]], new Shape(node.Shape[0]));
                graph.Nodes.Insert(graph.Nodes.IndexOf(node), mask);
                node.Inputs.Add(mask);
                masks.Add(node, mask);
                continue;
            }

            if (role.Reads >= 0 && (training || !role.OnlyInTraining) && masks.TryGetValue(node.Inputs[role.Reads], out Node? read))
            {
                masked = Give(graph, node, read, role.WhenMasked);
            }

            if (role.InputIsMask && node.Inputs[0].Shape.Rank == 1)
            {
                masks.Add(masked, node.Inputs[0]);
            }
            else if (role.Passes && Passed(graph, node, masks) is { } passed)
            {
                masks.Add(masked, passed);
            }
        }

        foreach (NetOutput output in graph.Outputs.Where(output => output.Loss is not null && output.Node.Shape.Rank > 1))
        {
            if (masks.TryGetValue(output.Node, out Node? mask) && mask.Shape[0] == output.Node.Shape[0])
            {
                Place(graph, mask, output.Node);
                output.Mask = mask;
            }
        }
    }

    /// <summary>
    /// The mask of what a layer reads; steps of merged layers count where they count in all of them. One step that a merge
    /// repeats for all has no say.
    /// </summary>
    private static Node? Passed(NetGraph graph, Node node, Dictionary<Node, Node> masks)
    {
        IEnumerable<Node> inputs = node.Layer is MergeLayer ? node.Inputs : node.Inputs.Take(1);
        Node[] known = inputs
            .Where(masks.ContainsKey)
            .Select(input => masks[input])
            .Where(mask => mask.Shape[0] == node.Shape[0])
            .Distinct()
            .ToArray();
        return known.Length == 0 ? null
            : known.Aggregate((both, mask) => Create(graph, new BothMasksLayer(), node, [both, mask], mask.Shape));
    }

    /// <summary>Makes the mask an input of the node, or of the one that takes its place.</summary>
    private static Node Give(NetGraph graph, Node node, Node mask, Layer? whenMasked)
    {
        Place(graph, mask, node);
        node.Inputs.Add(mask);
        if (whenMasked is null)
        {
            node.Layer.HasMask = true;
            return node;
        }

        var masked = new Node(whenMasked, node.Name, node.Variable, node.Attribute, node.Inputs, node.Shape);
        graph.Nodes[graph.Nodes.IndexOf(node)] = masked;
        graph.Redirect(node, masked);
        return masked;
    }

    /// <summary>Masks of merges enter the graph when somebody reads them.</summary>
    private static void Place(NetGraph graph, Node mask, Node reader)
    {
        if (graph.Nodes.Contains(mask))
        {
            return;
        }

        foreach (Node input in mask.Inputs)
        {
            Place(graph, input, reader);
        }

        graph.Nodes.Insert(graph.Nodes.IndexOf(reader), mask);
    }

    private static Node Create(NetGraph graph, Layer layer, Node of, IReadOnlyList<Node> inputs, Shape shape)
    {
        string name = of.Name + "_mask";
        var used = new HashSet<string>(graph.Nodes.Select(node => node.Constant));
        return new Node(layer, name, Identifier.Variable(name, used), of.Attribute, inputs, shape);
    }
}
