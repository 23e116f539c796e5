using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>Lets outputs take the place of their input: views always, activations where nobody reads the input any more.</summary>
internal static class ShareBuffers
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Inputs.Count == 1))
        {
            Node input = node.Inputs[0];
            bool isOnlyReader = IsOnlyReader(graph, node);
            node.SharesInputBufferInInference = node.Layer.IsAbsentFromInference || (node.Layer is ActivationLayer && isOnlyReader);
            node.SharesInputBufferInTraining = node.Layer.IsView
                || node == graph.FusedActivation
                || (node.Layer is ActivationLayer && isOnlyReader && input.Layer is not InputLayer
                    && !node.Layer.BackwardNeeds.HasFlag(BackwardNeeds.Input)
                    && !OwnerChainNeedsOutput(input));
        }
    }

    /// <summary>Whether nobody else reads the input, under whatever shape.</summary>
    private static bool IsOnlyReader(NetGraph graph, Node node)
    {
        Node value = node;
        do
        {
            value = value.Inputs[0];
            if (!graph.HasOneReader(value))
            {
                return false;
            }
        }
        while (value.Inputs.Count == 1 && (value.SharesInputBufferInInference || value.SharesInputBufferInTraining));

        return true;
    }

    /// <summary>Whether a layer that wrote the buffer reads its own output again in its backward pass.</summary>
    private static bool OwnerChainNeedsOutput(Node value)
    {
        while (true)
        {
            if (value.Layer.BackwardNeeds.HasFlag(BackwardNeeds.Output))
            {
                return true;
            }

            if (!value.SharesInputBufferInTraining)
            {
                return false;
            }

            value = value.Inputs[0];
        }
    }
}
