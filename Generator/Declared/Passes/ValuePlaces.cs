using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Places for the values of a block of samples in one memory: values that are never alive together share places.</summary>
internal sealed class ValuePlaces(NetGraph graph, int blockSize)
{
    private const int Line = 16;

    // A block's values should stay in the second-level cache, and a block should still fill the tiles of dense layers.
    private const int FloatsPerBlock = 1 << 17;
    private const int LargestBlock = 32;
    private const int BlockMultiple = 8;

    private readonly Dictionary<Node, int> _offsets = new();
    private readonly List<(int Start, int End, int LastUse)> _alive = new();

    /// <summary>Floats of the memory.</summary>
    public int Length { get; private set; }

    /// <summary>How many samples should go through some layers together.</summary>
    /// <param name="nodes">The layers.</param>
    /// <param name="largest">Floats a sample that are alive at a time, about.</param>
    public static int SamplesOfABlock(IEnumerable<Node> nodes, int largest)
    {
        int block = Math.Max(1, Math.Min(LargestBlock, FloatsPerBlock / largest));
        block = block < BlockMultiple ? block : block / BlockMultiple * BlockMultiple;
        return Math.Max(block, nodes.Max(node => (node.Layer.SamplesTogether + node.Steps - 1) / node.Steps));
    }

    public bool Has(Node owner) => _offsets.ContainsKey(owner);

    public int Offset(Node owner) => _offsets[owner];

    /// <summary>Puts the inputs at the begin. If there is only one, it is its node's value.</summary>
    public void PlaceInputs()
    {
        bool isValue = graph.Inputs.Count == 1;
        if (isValue)
        {
            _offsets[graph.Inputs[0]] = 0;
        }

        Place(graph.InputSize, isValue ? LastUse(graph.Inputs[0]) : graph.Inputs.Max(input => graph.Nodes.IndexOf(input)));
    }

    /// <summary>Places the value of a node that comes after all that were placed before.</summary>
    public void Place(Node owner)
    {
        int now = graph.Nodes.IndexOf(owner);
        _alive.RemoveAll(range => range.LastUse < now);
        _offsets[owner] = Place(owner.WholeShape.Size, LastUse(owner));
    }

    private int Place(int size, int lastUse)
    {
        // With the slack that vector loads may read.
        int extent = ((size * blockSize) + Line + Line - 1) / Line * Line;
        int start = 0;
        foreach ((int from, int to, _) in _alive.OrderBy(range => range.Start))
        {
            if (start + extent <= from)
            {
                break;
            }

            start = Math.Max(start, to);
        }

        Length = Math.Max(Length, start + extent);
        _alive.Add((start, start + extent, lastUse));
        return start;
    }

    private int LastUse(Node owner)
    {
        int last = graph.Nodes.FindLastIndex(node => node.Inputs.Any(input => input.BufferOwner == owner));
        bool isReadInTheEnd = graph.Result.BufferOwner == owner || graph.Outputs.Any(output => output.Mask?.BufferOwner == owner);
        return isReadInTheEnd ? int.MaxValue : Math.Max(last, graph.Nodes.IndexOf(owner));
    }
}
