using System.Threading;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// All passes in their order. Each leaves a graph that could be emitted; inference and training are two rewrites of one graph.
/// </summary>
internal static class PassPipeline
{
    public static Graph ForInference(Graph graph, CancellationToken cancellation)
    {
        // What does nothing while the net predicts goes, and masks that nobody reads then.
        graph = Checked(InferenceForm.Run(graph), cancellation);
        graph = Checked(RemoveUnread.Run(graph), cancellation);

        // A batch normalization becomes part of the weights before it.
        graph = Checked(FoldNormalization.Run(graph, _ => true), cancellation);

        graph = Fuse(graph, training: false, cancellation);

        // Several outputs stand side by side in the end.
        return Checked(GatherOutputs.Run(graph), cancellation);
    }

    public static Graph ForTraining(Graph graph, CancellationToken cancellation, bool inputGradients = false)
    {
        if (inputGradients)
        {
            // Before anything is asked about which values have gradients.
            graph = Checked(WantInputGradients.Run(graph), cancellation);
        }

        // What is for predictions alone goes, and masks that nobody reads.
        graph = Checked(LeaveOutUntrained.Run(graph), cancellation);
        graph = Checked(RemoveUnread.Run(graph), cancellation);

        // Two losses never store their gradients in one place.
        graph = Checked(SeparateOutputs.Run(graph), cancellation);

        // In the layers that training runs as inference, a batch normalization becomes part of the weights before it.
        ISet<Value> trunk = FrozenTrunk.Of(graph);
        graph = Checked(FoldNormalization.Run(graph, operation => trunk.Contains(operation.Result)), cancellation);

        return Fuse(graph, training: true, cancellation);
    }

    private static Graph Fuse(Graph graph, bool training, CancellationToken cancellation)
    {
        // The last activation goes with the loss where their gradient is simpler together.
        graph = Checked(FuseLoss.Run(graph, training), cancellation);

        // Cheap activations are applied to results in registers.
        graph = Checked(FuseActivations.Run(graph, training), cancellation);

        // Zeros around a convolution's operand need no copy of it.
        graph = Checked(FoldZeroPadding.Run(graph), cancellation);

        // A convolution stores only what the pooling behind it keeps, and computes only what that reads.
        return Checked(FusePooling.Run(graph), cancellation);
    }

    /// <summary>The graph as it is; in Debug builds, and in tests, a fault in it is an exception.</summary>
    private static Graph Checked(Graph graph, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (GraphVerifier.IsOn)
        {
            GraphVerifier.Verify(graph);
        }

        return graph;
    }
}
