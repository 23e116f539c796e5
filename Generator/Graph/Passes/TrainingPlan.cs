using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>The buffers of training: outputs that the backward pass reads, gradients, and what single layers ask for.</summary>
internal sealed class TrainingPlan
{
    // Values of a block should stay in the caches; weights of dense layers should serve many samples before they are read again.
    private const int FloatsPerBlock = 1 << 18;
    private const int LargestBlock = 64;
    private const int SmallestBlock = 8;

    private readonly Node? _wholeInput;

    private TrainingPlan(IReadOnlyList<PlannedBuffer> perSample, IReadOnlyList<PlannedBuffer> derived, int blockSize, int scratchSize, Node? wholeInput)
    {
        PerSample = perSample;
        Derived = derived;
        BlockSize = blockSize;
        ScratchSize = scratchSize;
        _wholeInput = wholeInput;
    }

    /// <summary>Buffers for every sample of a batch.</summary>
    public IReadOnlyList<PlannedBuffer> PerSample { get; }

    /// <summary>Weights in other layouts.</summary>
    public IReadOnlyList<PlannedBuffer> Derived { get; }

    /// <summary>Samples that go through forward and backward pass together.</summary>
    public int BlockSize { get; }

    /// <summary>Floats of memory that each worker needs for itself.</summary>
    public int ScratchSize { get; }

    /// <summary>Whether the node is the net's only input, which needs no copy of its own.</summary>
    public bool IsWholeInput(Node node) => node == _wholeInput;

    public static string OutputName(Node node) => node.Constant;

    public static string GradientName(Node node) => node.Constant + "Gradient";

    public static string ExtraName(Node node, ExtraBuffer buffer) => node.Constant + buffer.Name;

    public static string DerivedName(Node node, ExtraBuffer buffer) => node.Constant + buffer.Name;

    public static TrainingPlan Of(NetGraph graph)
    {
        var perSample = new List<PlannedBuffer>();
        var derived = new List<PlannedBuffer>();
        Node? wholeInput = graph.Inputs.Count == 1 ? graph.Inputs[0] : null;
        foreach (Node node in graph.Nodes)
        {
            if (node.BufferOwner(training: true) == node)
            {
                if (node != wholeInput)
                {
                    perSample.Add(new PlannedBuffer(OutputName(node), node.Shape.Size));
                }

                if (node.NeedsGradient)
                {
                    perSample.Add(new PlannedBuffer(GradientName(node), node.Shape.Size));
                }
            }

            perSample.AddRange(node.Layer.ExtraBuffers.Select(buffer => new PlannedBuffer(ExtraName(node, buffer), buffer.Size)));
            bool inputNeedsGradient = node.Inputs.Any(input => input.NeedsGradient);
            derived.AddRange(node.Layer.DerivedWeights(inputNeedsGradient)
                .Select(buffer => new PlannedBuffer(DerivedName(node, buffer), buffer.Size)));
        }

        int floats = System.Math.Max(1, perSample.Sum(buffer => buffer.Size));
        int block = System.Math.Max(SmallestBlock, System.Math.Min(LargestBlock, FloatsPerBlock / floats));
        return new TrainingPlan(perSample, derived, block, graph.Nodes.Max(node => node.Layer.ScratchSize), wholeInput);
    }
}

/// <summary>A buffer of training.</summary>
/// <param name="Name">The constant with its index.</param>
/// <param name="Size">Floats a sample, or floats in all for derived weights.</param>
internal sealed record PlannedBuffer(string Name, int Size);
