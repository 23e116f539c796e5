using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>
/// Takes the masks of steps from embeddings and maskings through the net, and gives them to the losses and layers that leave masked steps
/// out: to a layer as a further input. Layers that don't know masks end them, as in Keras. A mask has the first axes of what it masks.
/// </summary>
internal sealed class PropagateMasks
{
    private readonly NetGraph _graph;
    private readonly Dictionary<Node, Node> _masks = new();
    private readonly HashSet<string> _names;

    private PropagateMasks(NetGraph graph)
    {
        _graph = graph;
        _names = new HashSet<string>(graph.Nodes.Select(node => node.Constant));
    }

    public static void Run(NetGraph graph, bool training)
    {
        var pass = new PropagateMasks(graph);
        foreach (Node node in graph.Nodes.ToArray())
        {
            pass.Visit(node, training);
        }

        foreach (NetOutput output in graph.TrainedOutputs)
        {
            if (pass.MaskOf(output.Node) is { } mask)
            {
                pass.Place(mask, output.Node);
                output.Mask = mask;
            }
        }
    }

    private void Visit(Node node, bool training)
    {
        MaskRole role = node.Layer.Masks;
        Node masked = node;
        if (role.Source is { } source)
        {
            Node mask = Create(source, node, [node.Inputs[0]], OfRows(node.Inputs[0].Shape));
            _graph.Nodes.Insert(_graph.Nodes.IndexOf(node), mask);
            node.Inputs.Add(mask);
            _masks.Add(node, mask);
            return;
        }

        if (role.Reads >= 0 && (training || !role.OnlyInTraining) && MaskOf(node.Inputs[role.Reads]) is { } read)
        {
            masked = Give(node, read, role.WhenMasked);
        }

        Node? left = node.Layer is SplitStepsLayer ? Split(node)
            : node.Layer is JoinStepsLayer join ? Join(node, join)
            : role.InputIsMask ? node.Inputs[0]
            : role.Passes ? Passed(node)
            : null;
        if (left is not null && Fits(left, node))
        {
            _masks.Add(masked, left);
        }
    }

    private Node? MaskOf(Node node) => _masks.TryGetValue(node, out Node? mask) ? mask : null;

    /// <summary>Whether the mask's axes are the first ones of the value.</summary>
    private static bool Fits(Node mask, Node value) =>
        mask.Shape.Rank < value.Shape.Rank && mask.Shape.Dimensions.SequenceEqual(value.Shape.Dimensions.Take(mask.Shape.Rank));

    /// <summary>The shape of a mask of each row.</summary>
    private static Shape OfRows(Shape value) => new([.. value.Dimensions.Take(value.Rank - 1)]);

    /// <summary>Each step has its part of the mask, if the mask says more than which of them count.</summary>
    private Node? Split(Node node) => MaskOf(node.Inputs[0]) is { Shape.Rank: > 1 } mask
        ? Create(new SplitStepsLayer(), node, [mask], SplitStepsLayer.Step(mask.Shape))
        : null;

    /// <summary>
    /// The steps' own masks or, where these have ended, what is left of the sequence's: a step counts if any part of it does.
    /// </summary>
    private Node? Join(Node node, JoinStepsLayer join)
    {
        Node? whole = MaskOf(_graph.Nodes.Find(other => other.Layer == join.Split).Inputs[0]);
        if (MaskOf(node.Inputs[0]) is { } steps)
        {
            return steps.Layer is SplitStepsLayer && steps.Inputs[0] == whole
                ? whole
                : Create(join, node, [steps], join.Sequence(steps.Shape));
        }

        return whole is null || whole.Shape.Rank == 1 ? whole
            : Create(new StepMaskLayer(0), node, [whole], new Shape(whole.Shape[0]));
    }

    /// <summary>
    /// The mask of what a layer reads; steps of merged layers count where they count in all of them. One step that a merge
    /// repeats for all has no say, and neither has one that stands at another axis than the others'.
    /// </summary>
    private Node? Passed(Node node)
    {
        IEnumerable<Node> inputs = node.Layer is MergeLayer
            ? node.Inputs.Where(input => input.Shape.Rank == node.Shape.Rank)
            : node.Inputs.Take(1);
        Node[] known = inputs
            .Select(MaskOf)
            .OfType<Node>()
            .Where(mask => Fits(mask, node))
            .Distinct()
            .OrderByDescending(mask => mask.Shape.Rank)
            .ToArray();
        return known.Length == 0 ? null
            : known.Aggregate((both, mask) => Create(new BothMasksLayer(), node, [both, mask], both.Shape));
    }

    /// <summary>Makes the mask an input of the node, or of the one that takes its place.</summary>
    private Node Give(Node node, Node mask, Layer? whenMasked)
    {
        Place(mask, node);
        node.Inputs.Add(mask);
        if (whenMasked is null)
        {
            node.Layer.HasMask = true;
            return node;
        }

        var masked = new Node(whenMasked, node.Name, node.Variable, node.Attribute, node.Inputs, node.Shape) { Steps = node.Steps };
        _graph.Nodes[_graph.Nodes.IndexOf(node)] = masked;
        _graph.Redirect(node, masked);
        return masked;
    }

    /// <summary>Masks that are computed from others enter the graph when somebody reads them.</summary>
    private void Place(Node mask, Node reader)
    {
        if (_graph.Nodes.Contains(mask))
        {
            return;
        }

        foreach (Node input in mask.Inputs)
        {
            Place(input, reader);
        }

        _graph.Nodes.Insert(_graph.Nodes.IndexOf(reader), mask);
    }

    private Node Create(Layer layer, Node of, IReadOnlyList<Node> inputs, Shape shape)
    {
        string name = of.Name + "_mask";
        return new Node(layer, name, Identifier.Variable(name, _names), of.Attribute, inputs, shape) { Steps = of.Steps };
    }
}
