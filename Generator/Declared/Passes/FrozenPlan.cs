using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// How a training step runs the frozen trunk: a few samples at a time, whose values share places in the worker's own memory. Only what
/// other layers read is kept for the whole batch.
/// </summary>
internal sealed class FrozenPlan
{
    private readonly ValuePlaces _places;

    private FrozenPlan(NetGraph graph, IReadOnlyList<Node> nodes, int blockSize)
    {
        Nodes = nodes;
        BlockSize = blockSize;
        _places = new ValuePlaces(graph, blockSize);
    }

    /// <summary>The layers, in order; none where nothing is frozen.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Samples that go through them together.</summary>
    public int BlockSize { get; }

    /// <summary>Floats of a worker's memory that they need.</summary>
    public int Length { get; private set; }

    /// <summary>Where in it the memory stands that layers need for themselves.</summary>
    public int ScratchOffset => _places.Length;

    /// <summary>Whether a value is alive for one block only.</summary>
    public bool IsOfBlock(Node owner) => _places.Has(owner);

    public int Offset(Node owner) => _places.Offset(owner);

    public static FrozenPlan Of(NetGraph graph, Node? wholeInput)
    {
        Node[] nodes = graph.Nodes.Where(node => node.IsInFrozenTrunk).ToArray();
        if (nodes.Length == 0)
        {
            return new FrozenPlan(graph, nodes, 1);
        }

        IEnumerable<Node> readByOthers = graph.Nodes.Where(node => !node.IsInFrozenTrunk).SelectMany(node => node.Inputs);
        IEnumerable<Node> masks = graph.Outputs.Select(output => output.Mask).OfType<Node>();
        var kept = new HashSet<Node>(readByOthers.Concat(masks).Select(value => value.BufferOwner));
        int largest = nodes.Max(node => node.WholeShape.Size + node.Inputs.Sum(input => input.WholeShape.Size));
        var plan = new FrozenPlan(graph, nodes, ValuePlaces.SamplesOfABlock(nodes, largest));
        foreach (Node node in nodes.Where(node => node.BufferOwner == node && node != wholeInput && !kept.Contains(node)))
        {
            plan._places.Place(node);
        }

        plan.Length = plan.ScratchOffset + nodes.Max(node => node.Layer.ScratchSize(training: false));
        return plan;
    }
}
