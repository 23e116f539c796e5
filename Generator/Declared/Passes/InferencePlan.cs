using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Where each value stands in inference's workspace: values that are never alive together share places. Inputs stand at the begin.
/// </summary>
internal sealed class InferencePlan
{
    private const int Line = 16;

    private readonly ValuePlaces _places;
    private readonly Dictionary<(Node, string), int> _preparedOffsets = new();

    private InferencePlan(NetGraph graph, int blockSize)
    {
        Graph = graph;
        BlockSize = blockSize;
        _places = new ValuePlaces(graph, blockSize);
    }

    /// <summary>The net as inference runs it.</summary>
    public NetGraph Graph { get; }

    /// <summary>Samples that go through the net together.</summary>
    public int BlockSize { get; }

    /// <summary>Floats of the workspace.</summary>
    public int Length { get; private set; }

    /// <summary>Floats of the weights as the forward pass reads them: the parameters, then what is derived from them.</summary>
    public int PreparedWeights { get; private set; }

    /// <summary>Where the memory stands that layers need for themselves.</summary>
    public int ScratchOffset => _places.Length;

    public int Offset(Node owner) => _places.Offset(owner);

    /// <summary>Where weights in another layout stand among the prepared weights.</summary>
    public int PreparedOffset(Node node, ExtraBuffer buffer) => _preparedOffsets[(node, buffer.Name)];

    public static InferencePlan Of(NetGraph graph)
    {
        Node[] owners = graph.Nodes.Where(node => node.BufferOwner == node).ToArray();
        int largest = owners.Max(node => node.WholeShape.Size) + graph.InputSize;
        var plan = new InferencePlan(graph, ValuePlaces.SamplesOfABlock(graph.Nodes, largest));
        plan._places.PlaceInputs();
        foreach (Node node in owners.Where(node => !plan._places.Has(node)))
        {
            plan._places.Place(node);
        }

        plan.Length = plan.ScratchOffset + graph.Nodes.Max(node => node.Layer.ScratchSize(training: false));
        plan.PlacePreparedWeights(graph);
        return plan;
    }

    private void PlacePreparedWeights(NetGraph graph)
    {
        PreparedWeights = graph.ParameterCount;
        foreach (Node node in graph.Nodes)
        {
            foreach (ExtraBuffer buffer in node.PreparedWeights)
            {
                int offset = (PreparedWeights + Line - 1) / Line * Line;
                _preparedOffsets.Add((node, buffer.Name), offset);
                PreparedWeights = offset + buffer.Size;
            }
        }
    }
}
