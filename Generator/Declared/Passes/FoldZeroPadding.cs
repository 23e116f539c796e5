using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Gives zeros around an image to the convolution that alone reads them: it leaves padding out, where a copy would cost memory and time.
/// </summary>
internal static class FoldZeroPadding
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer is Conv2DLayer).ToArray())
        {
            while (node.Inputs[0] is { Layer: ZeroPadding2DLayer padding } input
                && graph.HasOneReader(input)
                && ((Conv2DLayer)node.Layer).TryPad(padding.Margins))
            {
                graph.MergeIntoInput(input);
            }
        }
    }
}
