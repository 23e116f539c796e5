namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>A pixel that a tile reads, and the products it takes part in.</summary>
/// <param name="Offset">Pixels from where the tile's reference points to.</param>
/// <param name="Products">The tile's positions with the tap that lies on the pixel for them.</param>
internal sealed record TilePixel(int Offset, IReadOnlyList<(int Position, int Tap)> Products);

/// <summary>
/// The products of some positions of a row with the taps of one kernel row, by the pixels that they read: each is loaded once and serves
/// all positions that see it. Going from left to right, every position meets its taps in order.
/// </summary>
internal sealed class PixelTile(RowTileRun run)
{
    public RowTileRun Run { get; } = run;

    public int Positions => Run.Tile.Rows;

    public IReadOnlyList<TilePixel> Pixels { get; } = run.Tile.Segments
        .SelectMany(segment => Enumerable.Range(0, segment.Steps).SelectMany(step =>
            segment.Rows.Select(row => (Pixel: row.Offset + step, row.Row, Tap: segment.VectorOffset + step))))
        .GroupBy(product => product.Pixel)
        .OrderBy(pixel => pixel.Key)
        .Select(pixel => new TilePixel(
            pixel.Key,
            pixel.OrderBy(product => product.Row).Select(product => (product.Row, product.Tap)).ToArray()))
        .ToArray();

    /// <summary>The taps in use.</summary>
    public IEnumerable<int> Taps => Pixels
        .SelectMany(pixel => pixel.Products.Select(product => product.Tap))
        .Distinct()
        .OrderBy(tap => tap);

    /// <summary>The row's tiles, none of which has more positions than asked for, or null where they are too much code.</summary>
    public static IReadOnlyList<PixelTile>? Of(RowTiling tiling, int mostPositions, int multiple, int mostProducts) =>
        tiling.ExactTiles(mostPositions, multiple) is { } runs && runs.Sum(run => run.Tile.LaidOut) <= mostProducts
            ? [.. runs.Select(run => new PixelTile(run))]
            : null;
}
