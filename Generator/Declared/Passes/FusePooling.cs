using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Puts a max-pooling into the convolution before it. The activation has been fused by then, and those that fit in registers in training
/// never fall: their largest value is the value of the largest.
/// </summary>
internal static class FusePooling
{
    // Each row of the window is a copy of the convolution's code, and so is each edge of a padded or dilated one.
    private const int LargestWindow = 3;
    private const int MostPieces = 5;

    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer is MaxPooling2DLayer { IsFusable: true }).ToArray())
        {
            var pooling = (MaxPooling2DLayer)node.Layer;
            if (node.Inputs[0].Layer is Conv2DLayer { Pool: null, Groups: 1 } convolution
                && convolution.Applied is ActivationFunction { FitsInRegisters: true }
                && pooling.Options.Size.Vertical <= LargestWindow
                && pooling.Options.Size.Horizontal <= LargestWindow
                && convolution.PiecesOfARow <= MostPieces
                && ChooseConvolutions.MayFuse(graph, convolution, pooling.Options.Size)
                && graph.HasOneReader(node.Inputs[0]))
            {
                convolution.Pool = pooling.Options.Size;
                node.Inputs[0].Shape = node.Shape;
                graph.MergeIntoInput(node);
            }
        }
    }
}
