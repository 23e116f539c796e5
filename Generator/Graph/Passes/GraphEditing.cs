using System.Linq;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>What passes do to graphs.</summary>
internal static class GraphEditing
{
    /// <summary>Whether only one layer reads the node.</summary>
    public static bool HasOneReader(this NetGraph graph, Node node) => graph.Nodes.Sum(other => other.Inputs.Count(input => input == node)) == 1;

    /// <summary>Makes all readers of a node read another.</summary>
    public static void Redirect(this NetGraph graph, Node from, Node to)
    {
        if (graph.Output == from)
        {
            graph.Output = to;
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
