using System.Linq;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>Marks the outputs whose gradient somebody needs: those that depend on a weight.</summary>
internal static class MarkGradients
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes)
        {
            node.NeedsGradient = node.Layer.Weights.Count > 0 || node.Inputs.Any(input => input.NeedsGradient);
        }
    }
}
