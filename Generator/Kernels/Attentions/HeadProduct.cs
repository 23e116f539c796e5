using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>
/// Emits <c>y = x w</c> for one head, whose operands lie among those of the other heads: every operand has a distance of its own from row
/// to row. Under a causal mask a half of one operand is 0, and tiles leave out what only meets zeros.
/// </summary>
internal sealed class HeadProduct
{
    private static readonly TileNames s_names = new("y", "x", "w");

    public required Flavour Flavour { get; init; }

    public required int UnrollBudget { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public required int Depth { get; init; }

    /// <summary>Floats from a row of x to the next.</summary>
    public required int ScalarRow { get; init; }

    /// <summary>Floats from a value of x to the next of the same sum.</summary>
    public required int ScalarStep { get; init; }

    /// <summary>Floats from a row of w to the next.</summary>
    public required int VectorStep { get; init; }

    /// <summary>Floats from a row of y to the next.</summary>
    public required int ResultRow { get; init; }

    public Triangle Triangle { get; init; }

    /// <summary>What becomes of a finished result.</summary>
    public Func<Flavour, string, string> Finish { get; init; } = (_, result) => result;

    public void Write(SourceWriter writer)
    {
        Flavour flavour = Flavour.Fit(Columns);
        TileShape shape = TileShape.Choose(flavour, Rows, Columns);
        IReadOnlyList<ColumnRun> columnRuns = ColumnTiles.Of(flavour, Columns, shape.Vectors);
        if (IsLong)
        {
            LongTile.Declare(writer, SumBlock.Floats(shape.Rows, shape.Vectors, flavour));
        }

        foreach (PieceRun rows in Split.Balanced(Rows, shape.Rows))
        {
            int end = rows.Start + (rows.Count * rows.Size);
            using (writer.Block($"for (int r = {Literal.Int(rows.Start)}; r < {Literal.Int(end)}; r += {Literal.Int(rows.Size)})"))
            {
                writer.Refer("xr", "x", At.Times("r", ScalarRow));
                writer.Refer("yr", "y", At.Times("r", ResultRow));
                WriteBounds(writer, rows.Size);
                foreach (ColumnRun columns in columnRuns)
                {
                    WriteColumns(writer, rows.Size, columns);
                }
            }
        }
    }

    private bool IsLong => Depth > SumBlock.Products;

    /// <summary>Where a tile's sums begin and end.</summary>
    private void WriteBounds(SourceWriter writer, int rows)
    {
        switch (Triangle)
        {
            case Triangle.LowerColumns:
                writer.Line($"int columns = {Minimum(At.Sum("r", rows), Columns)};");
                break;
            case Triangle.LowerSums:
                writer.Line($"int last = {Minimum(At.Sum("r", rows), Depth)};");
                break;
            case Triangle.UpperSums:
                writer.Line($"int first = {Minimum("r", Depth)};");
                break;
        }
    }

    private void WriteColumns(SourceWriter writer, int rows, ColumnRun run)
    {
        int width = run.Tile.Columns;
        bool isLimited = Triangle == Triangle.LowerColumns;
        string start = Literal.Int(run.Start);
        int end = run.Start + (run.Count * width);
        string limit = isLimited ? Minimum("columns", end) : Literal.Int(end);
        string head = run.Count > 1 ? $"for (int k = {start}; k < {limit}; k += {Literal.Int(width)})"
            : isLimited && run.Start > 0 ? $"if ({start} < columns)"
            : "";
        using (writer.Block(head))
        {
            WriteTile(writer, rows, run.Tile, run.Count > 1 ? "k" : start);
        }
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns, string k)
    {
        var tile = new TileEmitter(writer, columns, rows, s_names, UnrollBudget);
        IReadOnlyList<ActiveRow> all = tile.AllRows(ScalarRow);
        var stride = new Stride(ScalarStep, VectorStep);
        writer.Refer("wk", "w", k);
        writer.Refer("yk", "yr", k);
        tile.DeclareZero();
        switch (Triangle)
        {
            case Triangle.LowerSums:
                writer.Refer("xi", "xr");
                writer.Refer("wi", "wk");
                WriteSum(tile, "0", "last", all, stride);
                break;
            case Triangle.UpperSums:
                writer.Refer("xi", "xr", At.Times("first", ScalarStep));
                writer.Refer("wi", "wk", At.Times("first", VectorStep));
                WriteSum(tile, "first", Literal.Int(Depth), all, stride);
                break;
            default:
                tile.SumBlocks(new Segment(all, 0, Depth), stride, "xr", "wk");
                break;
        }

        if (IsLong)
        {
            LongTile.Of(writer, tile).Finish();
        }

        tile.Apply(result => Finish(columns.Flavour, result));
        tile.Store("yk", r => r * ResultRow);
    }

    private void WriteSum(TileEmitter tile, string start, string end, IReadOnlyList<ActiveRow> rows, Stride stride)
    {
        if (IsLong)
        {
            tile.SumWhileBlocks(start, end, rows, stride, "xi", "wi");
        }
        else
        {
            tile.SumWhile($"for (int i = {start}; i < {end}; i++)", rows, stride, "xi", "wi");
        }
    }

    private static string Minimum(string a, int b) => $"Math.Min({a}, {Literal.Int(b)})";
}

/// <summary>What a causal mask leaves of a product.</summary>
internal enum Triangle
{
    /// <summary>All.</summary>
    None,

    /// <summary>Row r has the columns 0 to r.</summary>
    LowerColumns,

    /// <summary>The sums of row r are those of the steps 0 to r.</summary>
    LowerSums,

    /// <summary>The sums of row r are those of the steps from r on.</summary>
    UpperSums,
}
