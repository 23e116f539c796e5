using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Puts a max-pooling into the convolution before it. The activation has been fused by then, and those that fit in registers in training
/// never fall: their largest value is the value of the largest.
/// </summary>
internal static class FusePooling
{
    // Each row of the window is a copy of the convolution's code, and so is each edge of a padded or dilated one.
    private const int LargestWindow = 3;
    private const int MostPieces = 5;

    public static Graph Run(Graph graph)
    {
        var edit = new GraphEdit(graph);
        foreach (Operation operation in graph.Operations)
        {
            if (operation is Pooling { Function: PoolingFunction.Max, Partitions: true } pooling
                && pooling.Window.Vertical <= LargestWindow
                && pooling.Window.Horizontal <= LargestWindow
                && graph.Producer(pooling.X) is Convolution { Pool: null, Groups: 1, Activation.FitsInRegisters: true } convolution
                && convolution.Steps == pooling.Steps
                && convolution.PiecesOfARow <= MostPieces
                && FallsIntoTiles(convolution.Algorithm, pooling.Window)
                && graph.Uses.HasOneReader(convolution.Result))
            {
                var pooled = new Value(convolution.Result.Name, pooling.Result.Shape);
                edit.Replace(convolution, convolution with { Pool = pooling.Window, Result = pooled });
                edit.Remove(pooling, pooled);
            }
        }

        return edit.Apply();
    }

    /// <summary>Whether windows fall into the tiles of the algorithm that was asked for.</summary>
    private static bool FallsIntoTiles(ConvolutionAlgorithm algorithm, (int Vertical, int Horizontal) window)
    {
        int tile = algorithm switch
        {
            ConvolutionAlgorithm.WinogradF2 => 2,
            ConvolutionAlgorithm.WinogradF4 => 4,
            _ => 0,
        };
        return tile == 0 || (tile % window.Vertical == 0 && tile % window.Horizontal == 0);
    }
}
