using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Depthwise;

/// <summary>
/// Emits one row of results of a depthwise convolution, or of its input's gradient: tiles of some pixels of one vector of channels. The
/// taps of a kernel row stay in registers, and a vector of the image is loaded once for all pixels of the tile that it reaches.
/// </summary>
internal sealed class DepthwiseRow
{
    // More positions save next to no loads.
    private const int MostPositions = 8;

    // A multiply-add with its loads is some 20 bytes of IL; methods stay far below what the JIT optimizes.
    private const int MostProducts = 500;

    public required SourceWriter Writer { get; init; }

    /// <summary>The vectors, already fit to the channels.</summary>
    public required Flavour Flavour { get; init; }

    public required DepthwiseShape Shape { get; init; }

    public required RowTiling Tiling { get; init; }

    /// <summary>Positions of a tile are a multiple of this.</summary>
    public int Multiple { get; init; } = 1;

    /// <summary>What is summed, what is read, and <c>w</c>.</summary>
    public required TileNames Names { get; init; }

    /// <summary>The kernel's column that belongs to a tap.</summary>
    public required Func<int, int> KernelColumn { get; init; }

    /// <summary>
    /// Statements inside the loop over kernel rows <c>k</c> that declare <c>…Row</c>, the row that is read, or skip the kernel row.
    /// </summary>
    public required Action OpenKernelRow { get; init; }

    /// <summary>
    /// Statements inside the loop over taps <c>t</c>, at position <c>p</c>, that declare <c>…t</c>, the pixel at channel
    /// <c>c</c>, or skip the tap.
    /// </summary>
    public required Action<string> OpenTap { get; init; }

    /// <summary>The bias' name, or null.</summary>
    public string? Bias { get; init; }

    /// <summary>What is stored, from the sum and its place.</summary>
    public required Func<string, int, string> Finish { get; init; }

    public void Write()
    {
        IReadOnlyList<ColumnRun> columns = ColumnTiles.Of(Flavour, Shape.Channels, 1);
        IReadOnlyList<PixelTile>? tiles = PixelTile.Of(Tiling, MostPositionsInRegisters(), Multiple, MostProducts / columns.Count);
        if (tiles is null || Shape.Horizontal.Window > SumBlock.Terms)
        {
            using (Writer.Block($"for (int p = 0; p < {Literal.Int(Tiling.Positions)}; p++)"))
            {
                WriteColumns(columns, (column, at) => WriteTapByTap(column, at));
            }

            return;
        }

        foreach (PixelTile tile in tiles)
        {
            RowTileRun run = tile.Run;
            string position = run.Count == 1 ? Literal.Int(run.Start) : "p";
            if (run.Count == 1 && tiles.Count > 1)
            {
                Writer.Line($"// positions {position} to {Literal.Int(run.End - 1)}");
            }

            string loop = $"for (int p = {Literal.Int(run.Start)}; p < {Literal.Int(run.End)}; p += {Literal.Int(tile.Positions)})";
            using (Writer.BlockIf(run.Count > 1 || tiles.Count > 1, run.Count > 1 ? loop : ""))
            {
                WriteColumns(columns, (column, at) => WriteTile(tile, position, column, at));
            }
        }
    }

    private int MostPositionsInRegisters()
    {
        int left = Flavour.Registers - (KeepsTaps ? Shape.Horizontal.Window : 0) - 2;
        return Math.Max(Multiple, Math.Min(MostPositions, left));
    }

    private bool KeepsTaps => Shape.Horizontal.Window <= Flavour.Registers / 2;

    private void WriteColumns(IReadOnlyList<ColumnRun> columns, Action<ColumnTile, string> write)
    {
        foreach (ColumnRun run in columns)
        {
            int end = run.Start + (run.Count * run.Tile.Columns);
            string loop = $"for (int c = {Literal.Int(run.Start)}; c < {Literal.Int(end)}; c += {Literal.Int(run.Tile.Columns)})";
            using (Writer.BlockIf(run.Count > 1 || columns.Count > 1, run.Count > 1 ? loop : ""))
            {
                write(run.Tile, run.Count > 1 ? "c" : Literal.Int(run.Start));
            }
        }
    }

    private void WriteTile(PixelTile tile, string position, ColumnTile column, string at)
    {
        string read = Names.Scalar;
        LongSum sums = Begin(tile.Positions, at);
        using (Writer.Block($"for (int k = 0; k < {Literal.Int(Shape.Vertical.Window)}; k++)"))
        {
            EndBlocksAtRow(sums);
            OpenKernelRow();
            string origin = position == "p"
                ? At.Times(Tiling.Period == 1 ? "p" : $"p / {Literal.Int(Tiling.Period)}", Tiling.PeriodOffset * Shape.Channels)
                : Literal.Int(Tiling.Origin(tile.Run.Start) * Shape.Channels);
            Writer.Refer(read + "t", read + "Row", At.Sum(origin, at));
            Writer.Refer("wt", "w", At.Sum(At.Times("k", Shape.Horizontal.Window * Shape.Channels), at));
            foreach (int tap in KeepsTaps ? tile.Taps : [])
            {
                Writer.Line($"{Flavour.Type} w{Literal.Int(tap)} = {LoadTap(tap)};");
            }

            foreach (TilePixel pixel in tile.Pixels)
            {
                string value = $"{read}{Literal.Int(pixel.Offset - tile.Pixels[0].Offset)}";
                Writer.Line($"{Flavour.Type} {value} = {Flavour.Load(read + "t", pixel.Offset * Shape.Channels)};");
                foreach ((int row, int tap) in pixel.Products)
                {
                    string result = Names.Result + Literal.Int(row);
                    Writer.Line($"{result} = {Flavour.MultiplyAdd(value, KeepsTaps ? "w" + Literal.Int(tap) : LoadTap(tap), result)};");
                }
            }
        }

        Store(tile.Positions, position, column, at, sums);
    }

    private string LoadTap(int tap) => Flavour.Load("wt", KernelColumn(tap) * Shape.Channels);

    /// <summary>One position, its taps looked at one by one in the same order as in an exact tile.</summary>
    private void WriteTapByTap(ColumnTile column, string at)
    {
        int channels = Shape.Channels;
        LongSum sums = Begin(1, at);
        using (Writer.Block($"for (int k = 0; k < {Literal.Int(Shape.Vertical.Window)}; k++)"))
        {
            EndBlocksAtRow(sums);
            OpenKernelRow();
            using (Writer.Block($"for (int t = 0; t < {Literal.Int(Tiling.Taps)}; t++)"))
            {
                if (Tiling.Taps > SumBlock.Terms)
                {
                    using (Writer.Block($"if (t > 0 && t % {Literal.Int(SumBlock.Terms)} == 0)"))
                    {
                        sums.EndBlock();
                    }
                }

                OpenTap(at);
                bool isTurned = KernelColumn(0) != 0;
                string kernelColumn = isTurned ? $"({Literal.Int(Tiling.Taps - 1)} - t)" : "t";
                string tap = At.Sum(At.Sum(At.Times("k", Shape.Horizontal.Window * channels), At.Times(kernelColumn, channels)), at);
                string result = Names.Result + "0";
                Writer.Line($"{result} = {Flavour.MultiplyAdd(Flavour.Load(Names.Scalar + "t"), Flavour.Load("w", tap), result)};");
            }
        }

        Store(1, "p", column, at, sums);
    }

    private bool IsLong => Shape.Vertical.Window * Shape.Horizontal.Window > SumBlock.Terms;

    /// <summary>Ends a block of long sums before a kernel row: each where a row is longer than a block, else every few.</summary>
    private void EndBlocksAtRow(LongSum sums)
    {
        int rows = Math.Max(1, SumBlock.Terms / Shape.Horizontal.Window);
        if (!IsLong || Shape.Vertical.Window <= rows)
        {
            return;
        }

        using (Writer.Block(rows == 1 ? "if (k > 0)" : $"if (k > 0 && k % {Literal.Int(rows)} == 0)"))
        {
            sums.EndBlock();
        }
    }

    private LongSum Begin(int positions, string at)
    {
        for (int row = 0; row < positions; row++)
        {
            string start = Bias is null ? Flavour.Zero : row > 0 ? Names.Result + "0" : $"{Flavour.Class}.LoadUnsafe({At.Ref(Bias, at)})";
            Writer.Line($"{Flavour.Type} {Names.Result}{Literal.Int(row)} = {start};");
        }

        var sums = new LongSum(Writer, Flavour, [.. Enumerable.Range(0, positions).Select(row => Names.Result + Literal.Int(row))]);
        if (IsLong)
        {
            sums.Begin();
        }

        return sums;
    }

    private void Store(int positions, string position, ColumnTile column, string at, LongSum sums)
    {
        if (IsLong)
        {
            sums.End();
        }

        string place = position == "p" ? At.Times("p", Shape.Channels) : Literal.Int(int.Parse(position) * Shape.Channels);
        Writer.Refer(Names.Result + "t", Names.Result + "Row", At.Sum(place, at));
        for (int row = 0; row < positions; row++)
        {
            string result = Names.Result + Literal.Int(row);
            int offset = row * Shape.Channels;
            string value = Finish(result, offset);
            if (value != result)
            {
                Writer.Line($"{result} = {value};");
            }

            VectorStore.Write(Writer, Flavour, result, Names.Result + "t", offset, column.TailLanes);
        }
    }
}
