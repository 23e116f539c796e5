using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Makes neighbours of layers that work on the steps of the same sequences: the view back behind one and the view before the next are left
/// out together, and an activation goes before the view back, so that it can be fused.
/// </summary>
internal static class MergeSteps
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.ToArray())
        {
            if (node.Inputs.Count != 1 || node.Inputs[0] is not { Layer: JoinStepsLayer } join || !graph.HasOneReader(join))
            {
                continue;
            }

            if (node.Layer is SplitStepsLayer)
            {
                graph.MergeIntoInput(node);
                graph.MergeIntoInput(join);
            }
            else if (node.Layer is ActivationLayer)
            {
                MoveBefore(graph, node, join);
            }
        }
    }

    /// <summary>Rows along the last axis are the same on both sides of the view.</summary>
    private static void MoveBefore(NetGraph graph, Node activation, Node join)
    {
        Node steps = join.Inputs[0];
        graph.Redirect(activation, join);
        activation.Inputs[0] = steps;
        activation.Shape = steps.Shape;
        activation.Steps = steps.Steps;
        join.Inputs[0] = activation;
        graph.Nodes.Remove(join);
        graph.Nodes.Insert(graph.Nodes.IndexOf(activation) + 1, join);
    }
}
