using System.Linq;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Marks the outputs whose gradient somebody needs: those that depend on a weight that is trained.</summary>
internal static class MarkGradients
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes)
        {
            node.NeedsGradient = node.Layer.HasGradient && (node.IsTrainable || node.Inputs.Any(input => input.NeedsGradient));
        }
    }
}
