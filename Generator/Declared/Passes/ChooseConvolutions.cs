using System.Linq;
using StaticNets.Generator.Emit.Winograd;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Chooses how each pass of each convolution is computed: as the layer or the net asks, else by an estimate of its time.</summary>
internal static class ChooseConvolutions
{
    private static readonly int[] s_tiles = [2, 4];

    // What the estimate must promise before the direct algorithm, which is more exact, is given up.
    private const double WorthWhile = 0.85;

    public static void Run(NetGraph graph)
    {
        foreach (Conv2DLayer layer in graph.Nodes.Select(node => node.Layer).OfType<Conv2DLayer>())
        {
            layer.Algorithms = Requested(graph, layer) switch
            {
                "Auto" => Cheapest(layer),
                "WinogradF2" => ConvolutionAlgorithms.All(2),
                "WinogradF4" => ConvolutionAlgorithms.All(4),
                _ => ConvolutionAlgorithms.Direct,
            };
        }
    }

    /// <summary>
    /// Whether a max-pooling may go into the convolution: its windows must fall into the tiles of the algorithm asked for.
    /// </summary>
    public static bool MayFuse(NetGraph graph, Conv2DLayer layer, (int Vertical, int Horizontal) window) => Requested(graph, layer) switch
    {
        "WinogradF2" => Fits(2, window),
        "WinogradF4" => Fits(4, window),
        _ => true,
    };

    private static string Requested(NetGraph graph, Conv2DLayer layer)
    {
        string algorithm = layer.RequestedAlgorithm == "Auto" ? graph.Convolution : layer.RequestedAlgorithm;
        return layer.SuitsWinograd ? algorithm : "Direct";
    }

    private static ConvolutionAlgorithms Cheapest(Conv2DLayer layer)
    {
        var direct = DirectCost.Of(layer.Shape);
        ConvolutionAlgorithms best = ConvolutionAlgorithms.Direct;
        double forward = direct.Forward * WorthWhile;
        double data = direct.BackwardData * WorthWhile;
        double weights = direct.BackwardWeights * WorthWhile;
        foreach (int tile in s_tiles.Where(tile => layer.Pool is not { } window || Fits(tile, window)))
        {
            var cost = WinogradCost.Of(new WinogradShape(layer.Shape, tile));
            if (cost.Forward < forward)
            {
                (best, forward) = (best with { Forward = tile }, cost.Forward);
            }

            if (cost.BackwardData < data)
            {
                (best, data) = (best with { BackwardData = tile }, cost.BackwardData);
            }

            if (cost.BackwardWeights < weights)
            {
                (best, weights) = (best with { BackwardWeights = tile }, cost.BackwardWeights);
            }
        }

        return best;
    }

    private static bool Fits(int tile, (int Vertical, int Horizontal) window) =>
        tile % window.Vertical == 0 && tile % window.Horizontal == 0;
}
