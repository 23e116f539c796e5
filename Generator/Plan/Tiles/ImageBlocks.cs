using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Tiles;

/// <summary>
/// How the results of a batch's images make blocks of the sums of a kernel's gradient: some small images, or some rows of a large one.
/// Tiles go over the batch in groups. Between images their sums wait in the gradient, and what rounding lost in the worker's scratch
/// memory.
/// </summary>
/// <param name="rows">Rows of an image's results.</param>
/// <param name="columns">Results of a row.</param>
/// <param name="tiles">Tiles of the gradient.</param>
/// <param name="tileFloats">Floats of the largest tile.</param>
/// <param name="copiedFloats">Floats of an image's copy, if images are copied, else 0.</param>
internal sealed class ImageBlocks(int rows, int columns, int tiles, int tileFloats, long copiedFloats = 0)
{
    // So many tiles read an image from the cache, and share what is prepared of it.
    public const int GroupTiles = 64;

    /// <summary>Images that go by together.</summary>
    public int Images { get; } =
        (int)Math.Max(1, Math.Min(SumBlock.Products / ((long)rows * columns), Caches.QuarterOfSecondLevel / Math.Max(1, copiedFloats)));

    /// <summary>Floats of scratch memory for what rounding lost.</summary>
    public long LostFloats => MemorySize.Product(Math.Min(tiles, GroupTiles), tileFloats);

    /// <summary>Floats of scratch memory: copies of images, and what rounding lost.</summary>
    public long ScratchSize => MemorySize.Product(Images, copiedFloats) + LostFloats;

    /// <summary>Whether an image is more than a block.</summary>
    public bool IsLong => (long)rows * columns > SumBlock.Products;

    /// <summary>Whether all tiles go over the batch together.</summary>
    public bool IsOneGroup => tiles <= GroupTiles;

    /// <summary>Floats of an image's copy.</summary>
    public long CopiedFloats => copiedFloats;

    /// <summary>Floats of the largest tile.</summary>
    public int TileFloats => tileFloats;

    /// <summary>Results of a row.</summary>
    public int Columns => columns;
}
