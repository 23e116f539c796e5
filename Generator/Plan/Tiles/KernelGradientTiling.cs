using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Tiles;

/// <summary>The tiles of <c>dw = x^T dy</c> on a target, and the panels of rows that go through them.</summary>
internal sealed class KernelGradientTiling
{
    /// <summary>
    /// Tiles that a panel of rows goes through: so many that it is read from afar but seldom, and that their sums stay in the cache.
    /// </summary>
    public const int GroupTiles = 256;

    private const int LeastRows = 32;

    /// <param name="flavour">The vectors, fit to the columns.</param>
    /// <param name="inputs">Rows of the weight.</param>
    /// <param name="columns">Its columns.</param>
    public KernelGradientTiling(Flavour flavour, int inputs, int columns)
    {
        TileShape shape = TileShape.Choose(flavour, inputs, columns);
        Grid = new TileGrid(1, Split.Balanced(inputs, shape.Rows), ColumnTiles.Of(flavour, columns, shape.Vectors));
        TileFloats = SumBlock.Floats(Math.Min(inputs, shape.Rows), shape.Vectors, flavour);
    }

    public TileGrid Grid { get; }

    /// <summary>Floats of the largest tile.</summary>
    public int TileFloats { get; }

    /// <summary>Floats of scratch memory for what rounding lost of the sums that wait.</summary>
    public int LostFloats => Math.Min(Grid.Count, GroupTiles) * TileFloats;

    /// <summary>Floats of scratch memory for the gradient of so many rows and columns of a weight, on any target.</summary>
    public static long ScratchSize(int inputs, int columns) =>
        Flavour.Most(widest => new KernelGradientTiling(widest.Fit(columns), inputs, columns).LostFloats);

    /// <summary>Rows of a panel: a block of the sums, and on so few pages of memory that the processor knows all their places.</summary>
    /// <param name="rowFloats">Floats from a row to the next, in both operands.</param>
    public static int PanelRows(int rowFloats) =>
        Math.Min(SumBlock.Products, Math.Max(LeastRows, Caches.PagesFloats / rowFloats / LeastRows * LeastRows));
}
