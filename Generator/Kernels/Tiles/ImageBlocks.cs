using System;
using StaticNets.Generator.Common;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

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
    // So many floats of copies stay in the cache.
    private const int MostCopied = 1 << 16;

    // So many tiles read an image from the cache, and share what is prepared of it.
    private const int GroupTiles = 64;

    /// <summary>Images that go by together.</summary>
    public int Images { get; } =
        (int)Math.Max(1, Math.Min(LongTile.Block / ((long)rows * columns), MostCopied / Math.Max(1, copiedFloats)));

    /// <summary>Floats of scratch memory for what rounding lost.</summary>
    private long LostFloats => MemorySize.Product(Math.Min(tiles, GroupTiles), tileFloats);

    /// <summary>Floats of scratch memory: copies of images, and what rounding lost.</summary>
    public long ScratchSize => MemorySize.Product(Images, copiedFloats) + LostFloats;

    /// <summary>Whether an image is more than a block.</summary>
    public bool IsLong => (long)rows * columns > LongTile.Block;

    /// <summary>Where image <c>n</c>'s copy stands among those that go by together.</summary>
    public IndexSum PlaceOfCopy(long size) => Images == 1 ? IndexSum.Zero : At.Times(IndexSum.Of("(n - begin)"), size);

    /// <summary>When the last images go by.</summary>
    public string AtLast => Images == 1 ? "n == count - 1" : "end == count";

    /// <summary>The variable with the first tile of a group.</summary>
    public string FirstTile => IsOneGroup ? "tile0" : "first";

    /// <summary>The variable with the tile behind the last of a group.</summary>
    public string LastTile => IsOneGroup ? "tile1" : "last";

    private bool IsOneGroup => tiles <= GroupTiles;

    private string Begin => Images == 1 ? "n" : "begin";

    /// <summary>The largest of a number over all targets: memory has room for whatever a build emits.</summary>
    public static long Most(Func<Flavour, long> number)
    {
        long most = 0;
        foreach (Target target in Target.All)
        {
            most = Math.Max(most, number(Flavour.Of(target)));
        }

        return most;
    }

    /// <summary>Writes the loops over groups of tiles and over the batch.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="prepare">Writes what is done for image <c>n</c> before the tiles, from its number among those that go by together, or
    /// null.</param>
    /// <param name="writeTiles">Writes the tiles.</param>
    public void Write(SourceWriter writer, Action<IndexSum>? prepare, Action writeTiles)
    {
        if (IsLong)
        {
            LongTile.Declare(writer, tileFloats);
        }

        writer.Line($"ref float lost = {At.Ref("scratch", Images * copiedFloats)}; // what rounding took from sums that wait");
        string group = Literal.Int(GroupTiles);
        using (writer.BlockIf(!IsOneGroup, $"for (int first = tile0; first < tile1; first += {group})"))
        {
            if (!IsOneGroup)
            {
                writer.Line($"int last = Math.Min(first + {group}, tile1);");
            }

            writer.Line($"LongSums.Clear(ref lost, {Literal.Int(LostFloats)});");
            WriteImages(writer, prepare, writeTiles);
        }
    }

    private void WriteImages(SourceWriter writer, Action<IndexSum>? prepare, Action writeTiles)
    {
        if (Images == 1)
        {
            using (writer.Block("for (int n = 0; n < count; n++)"))
            {
                prepare?.Invoke(0);
                writeTiles();
            }

            return;
        }

        string images = Literal.Int(Images);
        using (writer.Block($"for (int begin = 0; begin < count; begin += {images})"))
        {
            writer.Line($"int end = Math.Min(begin + {images}, count);");
            if (prepare is not null)
            {
                using (writer.Block("for (int n = begin; n < end; n++)"))
                {
                    prepare(IndexSum.Of("(n - begin)"));
                }
            }

            writeTiles();
        }
    }

    /// <summary>Writes a tile's sums over the images that go by; the registers are declared.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sums">The registers.</param>
    /// <param name="rowOffset">Where a row of them stands behind <c>dwt</c>.</param>
    /// <param name="addImage">Adds image <c>n</c>.</param>
    public void WriteSums(SourceWriter writer, LongTile sums, Func<int, int> rowOffset, Action addImage)
    {
        writer.Line($"ref float lostt = {At.Ref("lost", At.Times(IndexSum.Of($"(tile - {FirstTile})"), tileFloats))};");
        using (writer.BlockIf(Images > 1, "for (int n = begin; n < end; n++)"))
        {
            addImage();
        }

        if (IsLong)
        {
            sums.Finish();
        }

        using (writer.Block($"if ({Begin} > 0)"))
        {
            sums.Join("dwt", rowOffset, "lostt");
        }
    }

    /// <summary>Writes a loop along a row of an image, which ends blocks where the row is longer than one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sums">The registers.</param>
    /// <param name="counter">The loop's variable.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="step">What it grows by.</param>
    /// <param name="body">Writes a step.</param>
    public void OverRow(SourceWriter writer, LongTile sums, string counter, int start, int end, int step, Action body)
    {
        string grow = step == 1 ? counter + "++" : $"{counter} += {Literal.Int(step)}";
        if (end - start <= LongTile.Block)
        {
            using (writer.Block($"for (int {counter} = {Literal.Int(start)}; {counter} < {Literal.Int(end)}; {grow})"))
            {
                body();
            }

            return;
        }

        string block = Literal.Int(LongTile.Block / step * step);
        using (writer.Block($"for (int block = {Literal.Int(start)}; block < {Literal.Int(end)}; block += {block})"))
        {
            writer.Line($"int blockEnd = Math.Min(block + {block}, {Literal.Int(end)});");
            using (writer.Block($"for (int {counter} = block; {counter} < blockEnd; {grow})"))
            {
                body();
            }

            sums.AddBlock();
        }
    }

    /// <summary>Ends a block behind row <c>oh</c> of an image, where one ends there.</summary>
    public void EndRow(SourceWriter writer, LongTile sums)
    {
        if (!IsLong)
        {
            return;
        }

        int together = Math.Max(1, LongTile.Block / columns);
        using (writer.BlockIf(together > 1, $"if (oh % {Literal.Int(together)} == {Literal.Int(together - 1)})"))
        {
            sums.AddBlock();
        }
    }
}
