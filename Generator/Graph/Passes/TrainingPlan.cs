using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>The buffers of training: outputs that the backward pass reads, gradients, and what single layers ask for.</summary>
internal sealed class TrainingPlan
{
    // Values of a block should stay in the second-level cache.
    private const int FloatsPerBlock = 1 << 17;
    private const int LargestBlock = 64;
    private const int BlockMultiple = 4;

    // Layers with fewer values than this have little to gain from blocks.
    private const int FewValues = 2048;

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

    /// <summary>Samples that go together through layers that work by blocks.</summary>
    public int BlockSize { get; }

    /// <summary>
    /// Whether a few samples at a time go through the layer. Dense layers and what is small take all: weights should serve many samples.
    /// </summary>
    public static bool GoesByBlocks(Node node) =>
        node.Layer is not DenseLayer { IsPerSample: true } && node.Inputs.Append(node).Max(value => value.Shape.Size) > FewValues;

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

            bool inputNeedsGradient = node.Inputs.Any(input => input.NeedsGradient);
            perSample.AddRange(node.Layer.ExtraBuffers(inputNeedsGradient).Select(buffer => new PlannedBuffer(ExtraName(node, buffer), buffer.Size)));
            derived.AddRange(node.Layer.DerivedWeights(inputNeedsGradient)
                .Select(buffer => new PlannedBuffer(DerivedName(node, buffer), buffer.Size)));
        }

        int largest = graph.Nodes
            .Where(GoesByBlocks)
            .Select(node => node.Shape.Size + node.Inputs.Sum(input => input.Shape.Size))
            .DefaultIfEmpty(1)
            .Max();
        int block = System.Math.Min(LargestBlock, FloatsPerBlock / largest);
        block = System.Math.Max(BlockMultiple, block / BlockMultiple * BlockMultiple);
        return new TrainingPlan(perSample, derived, block, graph.Nodes.Max(node => node.Layer.ScratchSize(training: true)), wholeInput);
    }
}

/// <summary>A buffer of training.</summary>
/// <param name="Name">The constant with its index.</param>
/// <param name="Size">Floats a sample, or floats in all for derived weights.</param>
internal sealed record PlannedBuffer(string Name, int Size);
