using StaticNets.Generator.Graph;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit.Normalization;

/// <summary>The weights of a layer with the normalization behind it folded in: what inference reads in the place of its own.</summary>
internal static class FoldedWeights
{
    private const string None = "ref Unsafe.NullRef<float>()";

    public static ExtraBuffer Kernel(Node node) => new("FoldedKernel", node.Layer.Weights[0].Shape.Size);

    public static ExtraBuffer Bias(Node node) => new("FoldedBias", Shape(node).Channels);

    /// <summary>Emits what fills them.</summary>
    public static void Emit(Orchestrator orchestrator, BufferNames buffers, Node node)
    {
        BatchNormalizationShape shape = Shape(node);
        Node normalization = node.Normalization!;
        string[] arguments =
        [
            buffers.OwnWeight(node, 0),
            node.Layer.Weights.Count > 1 ? buffers.OwnWeight(node, 1) : None,
            shape.HasGamma ? buffers.OwnWeight(normalization, 0) : None,
            shape.HasBeta ? buffers.OwnWeight(normalization, shape.Beta) : None,
            buffers.OwnWeight(normalization, shape.MovingMean),
            buffers.OwnWeight(normalization, shape.MovingMean + 1),
            Literal.Float(shape.Epsilon),
            "ref " + buffers.Derived(orchestrator, node, Kernel(node)),
            "ref " + buffers.Derived(orchestrator, node, Bias(node)),
            Literal.Int(node.Layer.Weights[0].Shape.Size),
            Literal.Int(shape.Channels),
            Literal.Int(((WeightedLayer)node.Layer).KernelRun),
        ];
        orchestrator.Call($"NormalizationWeights.Fold({string.Join(", ", arguments)});");
    }

    private static BatchNormalizationShape Shape(Node node) => ((BatchNormalizationLayer)node.Normalization!.Layer).NormalizationShape;
}
