using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Lets outputs take the place of their input: views always, what works value by value where nobody reads the input any more.
/// </summary>
internal static class ShareBuffers
{
    public static void Run(NetGraph graph, bool training)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Inputs.Count == 1))
        {
            node.SharesInputBuffer = node.Layer.IsView || (training && graph.IsFused(node)) || OverwritesInput(graph, node, training);
        }
    }

    private static bool OverwritesInput(NetGraph graph, Node node, bool training) =>
        node.Layer.MayOverwriteInput
        && IsOnlyReader(graph, node)
        && (!training || node.IsInFrozenTrunk || MayOverwrite(node, node.Inputs[0]));

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
        while (value.Inputs.Count == 1 && value.SharesInputBuffer);

        return true;
    }

    /// <summary>Whether no backward pass reads the input that the node would overwrite.</summary>
    private static bool MayOverwrite(Node node, Node input) =>
        input.Layer is not InputLayer && !node.Layer.BackwardNeeds.HasFlag(BackwardNeeds.Input) && !OwnerChainNeedsOutput(input);

    /// <summary>Whether a layer that wrote the buffer reads its own output again in its backward pass.</summary>
    private static bool OwnerChainNeedsOutput(Node value)
    {
        while (true)
        {
            if (value.NeedsGradient && value.Layer.BackwardNeeds.HasFlag(BackwardNeeds.Output))
            {
                return true;
            }

            if (!value.SharesInputBuffer)
            {
                return false;
            }

            value = value.Inputs[0];
        }
    }
}
