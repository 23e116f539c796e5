using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>Chooses how each pass of a convolution is computed: as the layer or the net asks, else by an estimate of its time.</summary>
internal static class ChooseConvolutions
{
    private static readonly int[] s_tiles = [2, 4];

    // What the estimate must promise before the direct algorithm, which is more exact, is given up.
    private const double WorthWhile = 0.85;

    /// <param name="algorithm">What is asked for.</param>
    /// <param name="shape">The convolution.</param>
    public static ConvolutionAlgorithms For(ConvolutionAlgorithm algorithm, ConvolutionShape shape) => algorithm switch
    {
        ConvolutionAlgorithm.Auto => Cheapest(shape),
        ConvolutionAlgorithm.WinogradF2 => ConvolutionAlgorithms.All(2),
        ConvolutionAlgorithm.WinogradF4 => ConvolutionAlgorithms.All(4),
        _ => ConvolutionAlgorithms.Direct,
    };

    private static ConvolutionAlgorithms Cheapest(ConvolutionShape shape)
    {
        var direct = DirectCost.Of(shape);
        ConvolutionAlgorithms best = ConvolutionAlgorithms.Direct;
        double forward = direct.Forward * WorthWhile;
        double data = direct.BackwardData * WorthWhile;
        double weights = direct.BackwardWeights * WorthWhile;
        foreach (int tile in s_tiles.Where(tile => shape.Pool is not { } window || Fits(tile, window)))
        {
            var winograd = new WinogradShape(shape, tile);
            if (!winograd.Fits)
            {
                continue;
            }

            var cost = WinogradCost.Of(winograd);
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
