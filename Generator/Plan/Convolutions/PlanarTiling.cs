using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>
/// The tiles of a direct forward convolution of a single channel to a few filters, whose vectors are over the columns of the image. A tile
/// is the rows of a pooling window, one or two vectors of columns and all filters.
/// </summary>
internal sealed class PlanarTiling(ConvolutionShape shape, Flavour flavour)
{
    private const int MostFilters = 8;

    // Results beside the vectors of columns and a filter's weight.
    private const int MostResults = 24;

    // Cycles to pool and store a vector of results of each filter.
    private const int StoreCycles = 30;

    // What the estimate must promise.
    private const double WorthWhile = 0.85;

    // A multiply-add with its loads is some 40 bytes of IL, and the JIT stops optimizing above 60,000 a method.
    private const int MostProducts = 1400;

    public int PoolHeight => shape.Pool?.Vertical ?? 1;

    public int PoolWidth => shape.Pool?.Horizontal ?? 1;

    /// <summary>Vectors of columns in a tile.</summary>
    public int Vectors => shape.ComputedColumns > flavour.Lanes && 2 * PoolHeight * shape.Filters <= MostResults ? 2 : 1;

    /// <summary>Output columns of a tile.</summary>
    public int Positions => Vectors * flavour.Lanes / PoolWidth;

    /// <summary>Multiply-adds that are laid out: those of a row of the kernel, in a whole tile and in a part of one.</summary>
    private long Products => 2L * shape.Horizontal.Window * shape.Filters * PoolHeight * Vectors;

    /// <summary>Whether vectors of columns are estimated to be faster than vectors of filters.</summary>
    public static bool Suits(ConvolutionShape shape, Flavour flavour)
    {
        bool isPossible = flavour.IsWidest
            && shape.Channels == 1
            && shape.Filters <= MostFilters
            && shape.Horizontal.Stride == 1
            && shape.Vertical.Window * shape.Horizontal.Window <= SumBlock.Products
            && (shape.Pool is not (int height, int width) || (width > 1 && height * shape.Filters <= MostResults));
        if (!isPossible)
        {
            return false;
        }

        var planar = new PlanarTiling(shape, flavour);
        if (planar.Products > MostProducts)
        {
            return false;
        }

        int taps = shape.Vertical.Window * shape.Horizontal.Window;
        int vectors = (shape.Output[1] + planar.Positions - 1) / planar.Positions * planar.Vectors;
        double cycles = vectors * ((taps * shape.Filters / 2.0) + StoreCycles);
        return cycles < WorthWhile * taps * shape.ComputedColumns * TileShape.CyclesPerRow(flavour.Fit(shape.Filters), shape.Filters);
    }
}
