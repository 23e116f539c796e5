using System;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Folds a batch normalization into the linear layer before it: with the moving averages it is a factor and a summand for each output
/// channel, which go into kernel and bias. For what runs as in inference only.
/// </summary>
internal static class FoldNormalization
{
    public static void Run(NetGraph graph, Func<Node, bool> mayFold)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer is BatchNormalizationLayer && mayFold(node)).ToArray())
        {
            Node input = node.Inputs[0];
            if (input is { Layer: WeightedLayer { Applied: Linear } layer, Normalization: null } && graph.HasOneReader(input))
            {
                input.Normalization = node;
                layer.AddsBias = true;
                graph.MergeIntoInput(node);
            }
        }
    }
}
