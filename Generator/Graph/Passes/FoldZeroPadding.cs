using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>Gives zeros around an image to the convolution that alone reads them: it leaves padding out, where a copy would cost memory and time.</summary>
internal static class FoldZeroPadding
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer is ZeroPadding2DLayer).ToArray())
        {
            if (graph.HasOneReader(node)
                && graph.Nodes.Find(reader => reader.Inputs.Contains(node))!.Layer is Conv2DLayer convolution
                && convolution.TryPad(((ZeroPadding2DLayer)node.Layer).Margins))
            {
                graph.MergeIntoInput(node);
            }
        }
    }
}
