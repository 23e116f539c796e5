using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>The tiles of the kernel's gradient of a direct convolution on a target, and the blocks of its sums.</summary>
internal sealed class ConvolutionGradientTiling
{
    private const int MostRows = 8;

    public ConvolutionGradientTiling(ConvolutionShape shape, Flavour widest)
    {
        Flavour flavour = widest.Fit(shape.GroupFilters);
        Input = new PaddedInput(shape);
        Grouping = TapGrouping.Of(shape, flavour, Input.RowFloats);
        int mostRows = Grouping.IsWhole ? Math.Max(MostRows, Grouping.Rows) : MostRows;
        TileShape tile = TileShape.Choose(flavour, Grouping.Rows, shape.GroupFilters, mostRows: mostRows);
        Grid = new TileGrid(
            Grouping.Groups,
            Split.Balanced(Grouping.Rows, tile.Rows),
            ColumnTiles.Of(flavour, shape.GroupFilters, tile.Vectors));
        int tileFloats = SumBlock.Floats(Math.Min(tile.Rows, Grouping.Rows), tile.Vectors, flavour);
        Blocks = new ImageBlocks(shape.ComputedRows, shape.ComputedColumns, Grid.Count, tileFloats, Input.Size);
    }

    /// <summary>The input as it is read.</summary>
    public PaddedInput Input { get; }

    /// <summary>Which rows of the gradient a tile may hold.</summary>
    public TapGrouping Grouping { get; }

    public TileGrid Grid { get; }

    public ImageBlocks Blocks { get; }
}
