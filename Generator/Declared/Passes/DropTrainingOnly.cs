using System.Linq;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Takes the layers out that do nothing while the net predicts, such as dropout.</summary>
internal static class DropTrainingOnly
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer.IsAbsentFromInference).ToArray())
        {
            graph.MergeIntoInput(node);
        }
    }
}
