using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Writes the loops over the images of a batch, in blocks of long sums.</summary>
internal static class ImageLoops
{
    extension(ImageBlocks blocks)
    {
        /// <summary>Where image <c>n</c>'s copy stands among those that go by together.</summary>
        public IndexSum PlaceOfCopy(long size) => blocks.Images == 1 ? IndexSum.Zero : At.Times(IndexSum.Of("(n - begin)"), size);

        /// <summary>When the last images go by.</summary>
        public string AtLast => blocks.Images == 1 ? "n == count - 1" : "end == count";

        /// <summary>The variable with the first tile of a group.</summary>
        public string FirstTile => blocks.IsOneGroup ? "tile0" : "first";

        /// <summary>The variable with the tile behind the last of a group.</summary>
        public string LastTile => blocks.IsOneGroup ? "tile1" : "last";

        private string Begin => blocks.Images == 1 ? "n" : "begin";

        /// <summary>Writes the loops over groups of tiles and over the batch.</summary>
        /// <param name="writer">Where to.</param>
        /// <param name="prepare">
        /// Writes what is done for image <c>n</c> before the tiles, from its number among those that go by together, or null.
        /// </param>
        /// <param name="writeTiles">Writes the tiles.</param>
        public void Write(SourceWriter writer, Action<IndexSum>? prepare, Action writeTiles)
        {
            if (blocks.IsLong)
            {
                LongTile.Declare(writer, blocks.TileFloats);
            }

            writer.Refer("lost", "scratch", blocks.Images * blocks.CopiedFloats, "what rounding took from sums that wait");
            string group = Literal.Int(ImageBlocks.GroupTiles);
            using (writer.BlockIf(!blocks.IsOneGroup, $"for (int first = tile0; first < tile1; first += {group})"))
            {
                if (!blocks.IsOneGroup)
                {
                    writer.Line($"int last = Math.Min(first + {group}, tile1);");
                }

                writer.Line($"LongSums.Clear(ref lost, {Literal.Int(blocks.LostFloats)});");
                blocks.WriteImages(writer, prepare, writeTiles);
            }
        }

        private void WriteImages(SourceWriter writer, Action<IndexSum>? prepare, Action writeTiles)
        {
            if (blocks.Images == 1)
            {
                using (writer.Block("for (int n = 0; n < count; n++)"))
                {
                    prepare?.Invoke(0);
                    writeTiles();
                }

                return;
            }

            string images = Literal.Int(blocks.Images);
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
            writer.Refer("lostt", "lost", At.Times(IndexSum.Of($"(tile - {blocks.FirstTile})"), blocks.TileFloats));
            using (writer.BlockIf(blocks.Images > 1, "for (int n = begin; n < end; n++)"))
            {
                addImage();
            }

            if (blocks.IsLong)
            {
                sums.Finish();
            }

            using (writer.Block($"if ({blocks.Begin} > 0)"))
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
            if (end - start <= SumBlock.Products)
            {
                using (writer.Block($"for (int {counter} = {Literal.Int(start)}; {counter} < {Literal.Int(end)}; {grow})"))
                {
                    body();
                }

                return;
            }

            string block = Literal.Int(SumBlock.Products / step * step);
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
            if (!blocks.IsLong)
            {
                return;
            }

            int together = Math.Max(1, SumBlock.Products / blocks.Columns);
            using (writer.BlockIf(together > 1, $"if (oh % {Literal.Int(together)} == {Literal.Int(together - 1)})"))
            {
                sums.AddBlock();
            }
        }
    }
}
