using System.Linq;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>What passes do to graphs.</summary>
internal static class GraphEditing
{
    /// <summary>How many read the node: layers, the losses that it is a mask to, and the user where it is an output.</summary>
    public static int Readers(this NetGraph graph, Node node) =>
        graph.Nodes.Sum(other => other.Inputs.Count(input => input == node))
        + graph.Outputs.Count(output => output.Node == node && !output.IsLeftOut)
        + graph.Outputs.Count(output => output.Mask == node);

    /// <summary>Whether only one layer reads the node, and the user does not.</summary>
    public static bool HasOneReader(this NetGraph graph, Node node) => graph.Readers(node) == 1;

    /// <summary>Whether only one layer reads the node and perhaps its penalty, which leaves the value as it is.</summary>
    public static bool HasOneReaderBesidePenalty(this NetGraph graph, Node node) =>
        graph.Readers(node) - graph.Nodes.Count(other => other.Layer.IsPenalty && other.Inputs.Contains(node)) == 1;

    /// <summary>Makes all readers of a node read another.</summary>
    public static void Redirect(this NetGraph graph, Node from, Node to)
    {
        foreach (NetOutput output in graph.Outputs.Where(output => output.Node == from))
        {
            output.Node = to;
        }

        foreach (Node reader in graph.Nodes.Where(node => node != to))
        {
            for (int i = 0; i < reader.Inputs.Count; i++)
            {
                if (reader.Inputs[i] == from)
                {
                    reader.Inputs[i] = to;
                }
            }
        }
    }

    /// <summary>Takes a node out whose work its input now does, or nobody.</summary>
    public static void MergeIntoInput(this NetGraph graph, Node node)
    {
        Node input = node.Inputs[0];
        graph.Redirect(node, input);
        graph.Nodes.Remove(node);
    }
}
