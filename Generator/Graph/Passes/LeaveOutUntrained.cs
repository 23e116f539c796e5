using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>Takes the outputs without a loss out of training, and all that is computed for them alone.</summary>
internal static class LeaveOutUntrained
{
    public static void Run(NetGraph graph)
    {
        foreach (NetOutput output in graph.Outputs)
        {
            output.IsLeftOut = output.Loss is null;
        }

        if (graph.Outputs.Any(output => output.IsLeftOut))
        {
            HashSet<Node> read = ReadByTraining(graph);
            graph.Nodes.RemoveAll(node => node.Layer is not InputLayer && !read.Contains(node));
        }
    }

    /// <summary>The layers that lead to a loss or a penalty.</summary>
    public static HashSet<Node> ReadByTraining(NetGraph graph)
    {
        IEnumerable<Node> masks = graph.TrainedOutputs.Select(output => output.Mask).OfType<Node>();
        var read = new HashSet<Node>(graph.TrainedOutputs.Select(output => output.Node).Concat(masks));
        foreach (Node node in Enumerable.Reverse(graph.Nodes))
        {
            if (node.Layer.IsPenalty)
            {
                read.Add(node);
            }

            if (read.Contains(node))
            {
                read.UnionWith(node.Inputs);
            }
        }

        return read;
    }
}
