using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>Emits the tiles of one row of results: the part that forward pass and backward data have in common.</summary>
internal sealed class RowKernel
{
    public required SourceWriter Writer { get; init; }

    /// <summary>The vectors, already fit to the columns.</summary>
    public required Flavour Flavour { get; init; }

    public required int UnrollBudget { get; init; }

    public required RowTiling Tiling { get; init; }

    public required TileNames Names { get; init; }

    /// <summary>Result channels.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of a tile are a multiple of this: the width of a fused pooling.</summary>
    public int RowMultiple { get; init; } = 1;

    /// <summary>Taps of the other axis, each a row of the scalar operand.</summary>
    public required int OuterTaps { get; init; }

    /// <summary>Floats of the vector operand from an outer tap to the next.</summary>
    public required int OuterVectorStep { get; init; }

    /// <summary>
    /// Statements inside the loop over outer taps <c>k</c> that declare <c>…Row</c>, the scalar operand's row, or skip the tap.
    /// </summary>
    public required Action<SourceWriter> OpenOuterTap { get; init; }

    /// <summary>
    /// Statements inside the loop over taps <c>t</c> along the row, at position <c>p</c>, that declare <c>…t</c>, the scalar
    /// operand, or skip the tap.
    /// </summary>
    public required Action<SourceWriter> OpenInnerTap { get; init; }

    /// <summary>Whether every outer tap counts for every row, so that the loop may be unrolled.</summary>
    public required Func<int, string>? UnrolledOuterRow { get; init; }

    /// <summary>Declares the results.</summary>
    public required Action<TileEmitter, string> Begin { get; init; }

    /// <summary>Finishes and stores the results of a tile that begins at the given position's reference.</summary>
    public required Action<TileEmitter, RowTileRun, ColumnTile, string, string> Finish { get; init; }

    /// <summary>Floats for the sums of a tile, which <see cref="LongTile"/> declares before the loops; 0 where they are short.</summary>
    public int SumFloats => IsLong ? SumBlock.Floats(Shape.Rows, Shape.Vectors, Flavour) : 0;

    private int RowSteps => Tiling.Taps * Tiling.StepsPerTap;

    private bool IsLong => (long)OuterTaps * RowSteps > SumBlock.Products;

    // A multiply-add with its loads is some 40 bytes of IL, and the JIT stops optimizing above 60,000 a method. A fused pooling has a copy
    // of the row for each of its lines.
    private const int MostProducts = 600;

    // With one vector a row, as many rows as this keep more multiply-adds than loads.
    private const int MostRowsOfOneVector = 12;

    /// <summary>Copies of the row's code in the method.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Writes all tiles of the row. Column tiles come first, so that their weights serve the whole row from the cache.</summary>
    public void Write()
    {
        TileShape shape = Shape;
        IReadOnlyList<ColumnRun> runs = ColumnTiles.Of(Flavour, Columns, shape.Vectors);
        int mostProducts = (int)(MostProducts / ((long)Copies * runs.Sum(run => run.Tile.Vectors)));
        foreach (ColumnRun columns in runs)
        {
            if (columns.Count == 1)
            {
                using (Writer.BlockIf(runs.Count > 1))
                {
                    WriteRow(columns.Tile, shape.Rows, mostProducts, Literal.Int(columns.Start));
                }

                continue;
            }

            int end = columns.Start + (columns.Count * columns.Tile.Columns);
            string loop = $"for (int c = {Literal.Int(columns.Start)}; c < {Literal.Int(end)}; c += {Literal.Int(columns.Tile.Columns)})";
            using (Writer.Block(loop))
            {
                WriteRow(columns.Tile, shape.Rows, mostProducts, "c");
            }
        }
    }

    private TileShape Shape
    {
        get
        {
            bool hasManyRows = Flavour.Vectors(Columns) == 1 && Flavour.HasManyRegisters;
            int mostRows = hasManyRows ? MostRowsOfOneVector : TileShape.DefaultMostRows;
            return TileShape.Choose(Flavour, Tiling.Positions, Columns, RowMultiple, mostRows);
        }
    }

    private void WriteRow(ColumnTile columns, int mostRows, int mostProducts, string column)
    {
        IReadOnlyList<RowTileRun> runs = Tiling.Tiles(mostRows, RowMultiple, mostProducts);
        foreach (RowTileRun run in runs)
        {
            if (run.IsStepwise)
            {
                using (Writer.Block($"for (int p = {Literal.Int(run.Start)}; p < {Literal.Int(run.End)}; p++)"))
                {
                    WriteStepwise(run, columns, column);
                }

                continue;
            }

            if (run.Count == 1)
            {
                Writer.Line($"// positions {Literal.Int(run.Start)} to {Literal.Int(run.End - 1)}");
                using (Writer.BlockIf(runs.Count > 1))
                {
                    WriteTile(run, columns, column, Literal.Int(run.Start));
                }

                continue;
            }

            using (Writer.Block($"for (int p = {Literal.Int(run.Start)}; p < {Literal.Int(run.End)}; p += {Literal.Int(run.Tile.Rows)})"))
            {
                WriteTile(run, columns, column, "p");
            }
        }
    }

    private void WriteTile(RowTileRun run, ColumnTile columns, string column, string position)
    {
        // Steps are laid out where those of all pieces of the row's sum are few.
        long rowProducts = run.Tile.Segments.Sum(segment => (long)segment.Steps * segment.Rows.Count) * columns.Vectors;
        var tile = new TileEmitter(Writer, columns, run.Tile.Rows, Names, rowProducts <= UnrollBudget ? UnrollBudget : 0);
        Begin(tile, column);
        string origin = position == "p"
            ? At.Times(Tiling.Period == 1 ? "p" : $"p / {Literal.Int(Tiling.Period)}", Tiling.PeriodOffset)
            : Literal.Int(Tiling.Origin(run.Start));
        if (UnrolledOuterRow is not null && rowProducts * OuterTaps <= UnrollBudget)
        {
            for (int k = 0; k < OuterTaps; k++)
            {
                using (Writer.Block())
                {
                    if (BlocksAt(k))
                    {
                        LongTile.Of(Writer, tile).AddBlock();
                    }

                    Writer.Refer(Names.Scalar + "Row", UnrolledOuterRow(k));
                    WriteSum(tile, run, column, origin, Literal.Int(k * OuterVectorStep));
                }
            }
        }
        else
        {
            using (Writer.Block($"for (int k = 0; k < {Literal.Int(OuterTaps)}; k++)"))
            {
                BeginOuterTap(tile);
                OpenOuterTap(Writer);
                WriteSum(tile, run, column, origin, At.Times("k", OuterVectorStep));
            }
        }

        FinishSums(tile);
        Finish(tile, run, columns, position, column);
    }

    /// <summary>One position, its taps looked at one by one in the same order as in an exact tile.</summary>
    private void WriteStepwise(RowTileRun run, ColumnTile columns, string column)
    {
        var tile = new TileEmitter(Writer, columns, 1, Names);
        Begin(tile, column);
        using (Writer.Block($"for (int k = 0; k < {Literal.Int(OuterTaps)}; k++)"))
        {
            BeginOuterTap(tile);
            OpenOuterTap(Writer);
            using (Writer.Block($"for (int t = 0; t < {Literal.Int(Tiling.Taps)}; t++)"))
            {
                if (RowSteps > SumBlock.Products)
                {
                    int taps = Math.Max(1, SumBlock.Products / Tiling.StepsPerTap);
                    using (Writer.Block(taps == 1 ? "if (t > 0)" : $"if (t > 0 && t % {Literal.Int(taps)} == 0)"))
                    {
                        LongTile.Of(Writer, tile).AddBlock();
                    }
                }

                OpenInnerTap(Writer);
                string tap = At.Times("t", Tiling.StepsPerTap * Tiling.VectorStep);
                string place = At.Sum(At.Sum(At.Times("k", OuterVectorStep), tap), column);
                Writer.Refer(Names.Vector + "t", Names.Vector, place);
                var segment = new Segment([new ActiveRow(0, 0)], 0, Tiling.StepsPerTap);
                tile.SumBlocks(segment, new Stride(1, Tiling.VectorStep), Names.Scalar + "t", Names.Vector + "t");
            }
        }

        FinishSums(tile);
        Finish(tile, run, columns, "p", column);
    }

    private void WriteSum(TileEmitter tile, RowTileRun run, string column, string origin, string outerVector)
    {
        string scalar = Names.Scalar + "t";
        string vector = Names.Vector + "t";
        Writer.Refer(scalar, Names.Scalar + "Row", origin);
        Writer.Refer(vector, Names.Vector, At.Sum(outerVector, column));
        var stride = new Stride(1, Tiling.VectorStep);
        foreach (Segment segment in run.Tile.Segments)
        {
            tile.SumBlocks(segment, stride, scalar, vector, segment.VectorOffset / Tiling.VectorStep);
        }
    }

    /// <summary>Whether a block of the sum begins with an outer tap: each where a row is longer than a block, else every few.</summary>
    private bool BlocksAt(int k) => IsLong && k > 0 && k % TapsOfBlock == 0;

    private int TapsOfBlock => Math.Max(1, SumBlock.Products / RowSteps);

    /// <summary>Ends the block before an outer tap that begins one.</summary>
    private void BeginOuterTap(TileEmitter tile)
    {
        int taps = TapsOfBlock;
        if (!Enumerable.Range(0, OuterTaps).Any(BlocksAt))
        {
            return;
        }

        bool isOnce = 2 * taps >= OuterTaps;
        string condition = isOnce ? $"k == {Literal.Int(taps)}" : taps == 1 ? "k > 0" : $"k > 0 && k % {Literal.Int(taps)} == 0";
        using (Writer.Block($"if ({condition})"))
        {
            LongTile.Of(Writer, tile).AddBlock();
        }
    }

    private void FinishSums(TileEmitter tile)
    {
        if (IsLong)
        {
            LongTile.Of(Writer, tile).Finish();
        }
    }
}
