using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>
/// The tiles of the kernel's gradient of a depthwise convolution: some kernel rows of one vector of channels, all of whose taps are in
/// registers, or one tap alone, for kernels too wide for that.
/// </summary>
internal sealed class DepthwiseGradientTiling
{
    private const int MostPositions = 4;

    // A multiply-add with its loads is some 20 bytes of IL; methods stay far below what the JIT optimizes.
    private const int MostProducts = 500;

    /// <param name="shape">The convolution.</param>
    /// <param name="flavour">The vectors, fit to the channels.</param>
    public DepthwiseGradientTiling(DepthwiseShape shape, Flavour flavour)
    {
        IReadOnlyList<ColumnRun> columns = ColumnTiles.Of(flavour, shape.Channels, 1);
        Tiles = [];
        foreach (int kernelRows in Enumerable.Range(1, shape.Vertical.Window).Reverse())
        {
            IReadOnlyList<PieceRun> rows = Split.Balanced(shape.Vertical.Window, kernelRows);
            int positions = Math.Min(MostPositions, flavour.Registers - (kernelRows * shape.Horizontal.Window) - 2);
            if (positions < 1)
            {
                continue;
            }

            int mostProducts = MostProducts / (rows.Sum(run => run.Size) * columns.Count);
            if (PixelTile.Of(shape.OutputTiling, positions, 1, mostProducts) is { } tiles)
            {
                Tiles = tiles;
                Grid = new TileGrid(1, rows, columns);
                Blocks = BlocksOf(shape, flavour, Grid, rows.Max(run => run.Size) * shape.Horizontal.Window);
                return;
            }
        }

        IsTapByTap = true;
        Grid = new TileGrid(shape.Vertical.Window * shape.Horizontal.Window, [new PieceRun(0, 1, 1)], columns);
        Blocks = BlocksOf(shape, flavour, Grid, 1);
    }

    /// <summary>The tiles of a row of results.</summary>
    public IReadOnlyList<PixelTile> Tiles { get; }

    public TileGrid Grid { get; }

    public ImageBlocks Blocks { get; }

    /// <summary>Whether a tile is one tap.</summary>
    public bool IsTapByTap { get; }

    private static ImageBlocks BlocksOf(DepthwiseShape shape, Flavour flavour, TileGrid grid, int taps) =>
        new(shape.Vertical.Output, shape.Horizontal.Output, grid.Count, SumBlock.Floats(taps, 1, flavour));
}
