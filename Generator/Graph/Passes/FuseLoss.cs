using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>
/// Takes an output's softmax or sigmoid together with its cross-entropy: the loss is then computed from the logits,
/// and its gradient is exact.
/// </summary>
internal static class FuseLoss
{
    public static void Run(NetGraph graph)
    {
        foreach (NetOutput output in graph.TrainedOutputs)
        {
            Node last = BeforeJoining(graph, output.Node);
            if (last.Layer is ActivationLayer activation
                && activation.Activation.Name == output.Loss!.FusedActivation
                && graph.HasOneReader(last)
                && graph.HasOneReaderBesidePenalty(last.Inputs[0])
                && last.Inputs[0].Layer is not InputLayer)
            {
                output.FusedActivation = last;
            }
        }
    }

    /// <summary>The node whose values an output shows as sequences, where it does: their rows are the same.</summary>
    private static Node BeforeJoining(NetGraph graph, Node node)
    {
        while (node.Layer is JoinStepsLayer && graph.HasOneReader(node))
        {
            node = node.Inputs[0];
        }

        return node;
    }
}
