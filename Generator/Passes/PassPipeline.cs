using System.Collections.Generic;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>All passes in their order. Each leaves a graph that could be emitted; inference and training are two rewrites of one graph.</summary>
internal static class PassPipeline
{
    public static Graph ForInference(Graph graph)
    {
        // What does nothing while the net predicts goes, and masks that nobody reads then.
        graph = Checked(InferenceForm.Run(graph));
        graph = Checked(RemoveUnread.Run(graph));

        // A batch normalization becomes part of the weights before it.
        graph = Checked(FoldNormalization.Run(graph, _ => true));

        graph = Fuse(graph, training: false);

        // Several outputs stand side by side in the end.
        return Checked(GatherOutputs.Run(graph));
    }

    public static Graph ForTraining(Graph graph)
    {
        // What is for predictions alone goes, and masks that nobody reads.
        graph = Checked(LeaveOutUntrained.Run(graph));
        graph = Checked(RemoveUnread.Run(graph));

        // Two losses never store their gradients in one place.
        graph = Checked(SeparateOutputs.Run(graph));

        // In the layers that training runs as inference, a batch normalization becomes part of the weights before it.
        ISet<Value> trunk = FrozenTrunk.Of(graph);
        graph = Checked(FoldNormalization.Run(graph, operation => trunk.Contains(operation.Result)));

        return Fuse(graph, training: true);
    }

    private static Graph Fuse(Graph graph, bool training)
    {
        // The last activation goes with the loss where their gradient is simpler together.
        graph = Checked(FuseLoss.Run(graph, training));

        // Cheap activations are applied to results in registers.
        graph = Checked(FuseActivations.Run(graph, training));

        // Zeros around a convolution's operand need no copy of it.
        graph = Checked(FoldZeroPadding.Run(graph));

        // A convolution stores only what the pooling behind it keeps, and computes only what that reads.
        return Checked(FusePooling.Run(graph));
    }

    /// <summary>The graph as it is; in Debug builds, and in tests, a fault in it is an exception.</summary>
    private static Graph Checked(Graph graph)
    {
        if (GraphVerifier.IsOn)
        {
            GraphVerifier.Verify(graph);
        }

        return graph;
    }
}
