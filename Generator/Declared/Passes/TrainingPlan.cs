using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>The buffers of training: outputs that the backward pass reads, gradients, and what single layers ask for.</summary>
internal sealed class TrainingPlan
{
    // Values of a block should stay in the second-level cache.
    private const int FloatsPerBlock = 1 << 17;
    private const int LargestBlock = 64;
    private const int BlockMultiple = 4;

    // Layers with fewer values than this have little to gain from blocks.
    private const int FewValues = 2048;

    private TrainingPlan(NetGraph graph)
    {
        Graph = graph;
        WholeInput = graph.Inputs.Count == 1 ? graph.Inputs[0] : null;
    }

    /// <summary>The net as training runs it.</summary>
    public NetGraph Graph { get; }

    /// <summary>Buffers for every sample of a batch.</summary>
    public required IReadOnlyList<PlannedBuffer> PerSample { get; init; }

    /// <summary>Weights in other layouts.</summary>
    public required IReadOnlyList<PlannedBuffer> Derived { get; init; }

    /// <summary>What every worker has of its own.</summary>
    public required IReadOnlyList<PlannedBuffer> PerWorker { get; init; }

    /// <summary>The layers whose outputs are the penalties of other outputs.</summary>
    public IEnumerable<Node> ActivityPenalties => Graph.Nodes.Where(node => node.Layer.IsPenalty);

    /// <summary>Samples that go together through layers that work by blocks.</summary>
    public required int BlockSize { get; init; }

    /// <summary>
    /// Whether a few samples at a time go through the layer. Dense layers and what is small take all: weights should serve many samples.
    /// </summary>
    public static bool GoesByBlocks(Node node) =>
        !node.Layer.TakesManySamples && node.Inputs.Append(node).Max(value => value.WholeShape.Size) > FewValues;

    /// <summary>Floats of memory that each worker needs for itself.</summary>
    public required int ScratchSize { get; init; }

    /// <summary>How the layers below the first trained one are run.</summary>
    public required FrozenPlan Frozen { get; init; }

    /// <summary>
    /// Multiply-adds of a step a sample: forward, the input's gradient, the weights'. Frozen layers at the begin have the first only.
    /// </summary>
    public long MultiplyAdds => Graph.Nodes.Sum(node => (node.IsInFrozenTrunk ? 1 : 3) * node.MultiplyAdds);

    /// <summary>The net's only input, which needs no copy of its own; null where there are several.</summary>
    public Node? WholeInput { get; }

    public static TrainingPlan Of(NetGraph graph)
    {
        FrozenPlan frozen = FrozenPlan.Of(graph, graph.Inputs.Count == 1 ? graph.Inputs[0] : null);
        Node[] others = graph.Nodes.Where(node => !node.IsInFrozenTrunk).ToArray();
        return new TrainingPlan(graph)
        {
            Frozen = frozen,
            PerSample = graph.Nodes.SelectMany(node => SampleBuffers(graph, node, frozen)).ToArray(),
            Derived = Buffers(
                graph.Nodes,
                BufferRole.Derived,
                node => node.IsInFrozenTrunk ? node.PreparedWeights : node.Layer.DerivedWeights(node.InputNeedsGradient)),
            PerWorker = Buffers(others, BufferRole.OfWorker, node => node.Layer.WorkerBuffers(node.InputNeedsGradient)),
            BlockSize = SamplesOfABlock(others),
            ScratchSize = Math.Max(frozen.Length, others.Max(node => node.Layer.ScratchSize(training: true))),
        };
    }

    private static IEnumerable<PlannedBuffer> SampleBuffers(NetGraph graph, Node node, FrozenPlan frozen)
    {
        if (node.BufferOwner == node && !frozen.IsOfBlock(node))
        {
            if (node.Layer is not InputLayer || graph.Inputs.Count > 1)
            {
                yield return new PlannedBuffer(node, BufferRole.Output, "", node.WholeShape.Size);
            }

            if (node.NeedsGradient)
            {
                yield return new PlannedBuffer(node, BufferRole.Gradient, "", node.WholeShape.Size);
            }
        }

        foreach (ExtraBuffer buffer in node.IsInFrozenTrunk ? [] : node.Layer.ExtraBuffers(node.InputNeedsGradient))
        {
            yield return new PlannedBuffer(node, BufferRole.Extra, buffer.Name, node.Steps * buffer.Size);
        }
    }

    private static IReadOnlyList<PlannedBuffer> Buffers(
        IEnumerable<Node> nodes, BufferRole role, Func<Node, IReadOnlyList<ExtraBuffer>> ofNode) =>
        nodes.SelectMany(node => ofNode(node).Select(buffer => new PlannedBuffer(node, role, buffer.Name, buffer.Size))).ToArray();

    private static int SamplesOfABlock(IEnumerable<Node> nodes)
    {
        int largest = nodes
            .Where(GoesByBlocks)
            .Select(node => node.WholeShape.Size + node.Inputs.Sum(input => input.WholeShape.Size))
            .DefaultIfEmpty(1)
            .Max();
        int block = Math.Min(LargestBlock, FloatsPerBlock / largest);
        return Math.Max(BlockMultiple, block / BlockMultiple * BlockMultiple);
    }
}

/// <summary>A buffer of training.</summary>
/// <param name="Node">The layer.</param>
/// <param name="Role">What it is to the layer.</param>
/// <param name="Name">The layer's own name of it, where there are several.</param>
/// <param name="Size">Floats a sample; or floats in all, or of each worker.</param>
internal sealed record PlannedBuffer(Node Node, BufferRole Role, string Name, int Size);

/// <summary>What a buffer of training is to a layer.</summary>
internal enum BufferRole
{
    Output,
    Gradient,
    Extra,
    Derived,
    OfWorker,
}
