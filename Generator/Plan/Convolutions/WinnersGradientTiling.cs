using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>The tiles of the kernel's gradient behind a fused max-pooling, where it is taken from the windows' winners alone.</summary>
internal sealed class WinnersGradientTiling
{
    /// <summary>Rows of the pooling's windows.</summary>
    public const int PooledRows = 2;

    // Results that stay in registers beside the input's rows, the gradient and the places.
    private const int MostResults = 20;

    public WinnersGradientTiling(ConvolutionShape shape, Flavour flavour)
    {
        Input = new PaddedInput(shape);
        RowResults = shape.Horizontal.Window * shape.Channels;
        PieceRun[] rows = Split.Balanced(shape.Vertical.Window, Math.Max(1, MostResults / RowResults))
            .Select(run => new PieceRun(run.Start * RowResults, run.Size * RowResults, run.Count))
            .Where(run => run.Count > 0)
            .ToArray();
        Grid = new TileGrid(1, rows, ColumnTiles.Of(flavour, shape.Filters, 1));
        int tileFloats = SumBlock.Floats(rows.Max(run => run.Size), 1, flavour);
        Blocks = new ImageBlocks(shape.Output[0], shape.Output[1], Grid.Count, tileFloats, Input.Size);
    }

    /// <summary>The input as it is read.</summary>
    public PaddedInput Input { get; }

    /// <summary>Rows of the gradient that belong to a row of the kernel: (tap, channel) pairs.</summary>
    public int RowResults { get; }

    public TileGrid Grid { get; }

    public ImageBlocks Blocks { get; }

    /// <summary>Whether the registers of the flavour hold what a window sees.</summary>
    public static bool Suits(ConvolutionShape shape, Flavour flavour) =>
        flavour.IsWidest
        && shape.Groups == 1
        && shape.Pool is (PooledRows, int width)
        && PooledRows * width <= flavour.Lanes
        && (((width - 1) * shape.Horizontal.Stride) + shape.Horizontal.Reach) * shape.Channels <= flavour.Lanes
        && shape.Horizontal.Window * shape.Channels <= MostResults;
}
