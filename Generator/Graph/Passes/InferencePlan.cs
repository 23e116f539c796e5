using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>
/// Where each value stands in inference's workspace: values that are never alive together share places. Inputs stand at the begin.
/// </summary>
internal sealed class InferencePlan
{
    private const int Line = 16;

    // A block's values should stay in the second-level cache, and a block should still fill the tiles of dense layers.
    private const int FloatsPerBlock = 1 << 17;
    private const int LargestBlock = 32;
    private const int BlockMultiple = 8;

    private readonly Dictionary<Node, int> _offsets = new();
    private readonly Dictionary<(Node, string), int> _preparedOffsets = new();

    private InferencePlan(NetGraph graph, int blockSize)
    {
        Graph = graph;
        BlockSize = blockSize;
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
    public int ScratchOffset { get; private set; }

    public int Offset(Node owner) => _offsets[owner];

    /// <summary>Where weights in another layout stand among the prepared weights.</summary>
    public int PreparedOffset(Node node, ExtraBuffer buffer) => _preparedOffsets[(node, buffer.Name)];

    public static InferencePlan Of(NetGraph graph)
    {
        Node[] owners = graph.Nodes.Where(node => node.BufferOwner == node).ToArray();
        int largest = owners.Max(node => node.Shape.Size) + graph.InputSize;
        int block = System.Math.Max(1, System.Math.Min(LargestBlock, FloatsPerBlock / largest));
        block = block < BlockMultiple ? block : block / BlockMultiple * BlockMultiple;
        var plan = new InferencePlan(graph, System.Math.Max(block, graph.Nodes.Max(node => node.Layer.SamplesTogether)));
        int inputs = plan.Extent(graph.InputSize);
        plan.Length = inputs;
        var alive = new List<(int Start, int End, int LastUse)>();
        bool inputsAlias = graph.Inputs.Count == 1;
        if (inputsAlias)
        {
            plan._offsets[graph.Inputs[0]] = 0;
        }

        alive.Add((0, inputs, inputsAlias ? LastUse(graph, graph.Inputs[0]) : LastInputCopy(graph)));
        foreach (Node node in owners.Where(node => !plan._offsets.ContainsKey(node)))
        {
            int now = graph.Nodes.IndexOf(node);
            alive.RemoveAll(range => range.LastUse < now);
            int start = 0;
            foreach ((int from, int to, _) in alive.OrderBy(range => range.Start))
            {
                if (start + plan.Extent(node.Shape.Size) <= from)
                {
                    break;
                }

                start = System.Math.Max(start, to);
            }

            int end = start + plan.Extent(node.Shape.Size);
            plan._offsets[node] = start;
            plan.Length = System.Math.Max(plan.Length, end);
            alive.Add((start, end, LastUse(graph, node)));
        }

        plan.ScratchOffset = plan.Length;
        plan.Length += graph.Nodes.Max(node => node.Layer.ScratchSize(training: false));
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

    /// <summary>Floats of a value of one block, with the slack that vector loads may read.</summary>
    private int Extent(int size) => ((size * BlockSize) + Line + Line - 1) / Line * Line;

    private static int LastUse(NetGraph graph, Node owner)
    {
        int last = graph.Nodes.IndexOf(owner);
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            Node node = graph.Nodes[i];
            if (node.Inputs.Any(input => input.BufferOwner == owner))
            {
                last = i;
            }
        }

        return graph.Result.BufferOwner == owner || graph.Outputs.Any(output => output.Mask?.BufferOwner == owner) ? int.MaxValue : last;
    }

    private static int LastInputCopy(NetGraph graph) => graph.Inputs.Max(input => graph.Nodes.IndexOf(input));
}
