using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>
/// Emits <c>y = x w</c> for rows of x whose number only the running program knows: dense layers forward, and backward
/// with the transposed weights.
/// </summary>
internal sealed class ProductTiles
{
    public required Flavour Flavour { get; init; }

    public required int UnrollBudget { get; init; }

    /// <summary>Length of the sum: columns of x.</summary>
    public required int Depth { get; init; }

    /// <summary>Floats from a row of x to the next; 0 where they stand without gaps.</summary>
    public int RowPitch { get; init; }

    /// <summary>Columns of y.</summary>
    public required int Columns { get; init; }

    /// <summary>Floats from a row of y to the next; 0 where they stand without gaps.</summary>
    public int ResultPitch { get; init; }

    public required TileNames Names { get; init; }

    /// <summary>The name of the bias, or null.</summary>
    public string? Bias { get; init; }

    /// <summary>Whether y is added to.</summary>
    public bool Accumulates { get; init; }

    /// <summary>What becomes of a finished result.</summary>
    public Func<Flavour, string, string> Finish { get; init; } = (_, result) => result;

    private int Pitch => RowPitch == 0 ? Depth : RowPitch;

    private bool IsLong => Depth > SumBlock.Products;

    private int YPitch => ResultPitch == 0 ? Columns : ResultPitch;

    // Rows that go by a panel together, and whose lost digits have a place: so many that the panel's weights are read from afar but seldom.
    private const int GroupRows = 64;

    // Batches are often multiples of this; tiles whose rows divide it leave nothing over.
    private const int UsualRows = 32;

    /// <summary>Writes the loops over rows m0 to m1.</summary>
    public void Write(SourceWriter writer)
    {
        Flavour flavour = Flavour.Fit(Columns);
        TileShape largest = TileShape.Choose(flavour, UsualRows, Columns, divides: UsualRows);
        bool byPanels = largest.Rows > 1 && !Accumulates && Depth >= 2 * SumBlock.Products;
        int[] ladder = [.. RowLadder(byPanels ? largest.Rows / 3 : largest.Rows)];
        if (IsLong)
        {
            LongTile.Declare(
                writer, ladder.Max(rows => SumBlock.Floats(rows, TileShape.Choose(flavour, rows, Columns).Vectors, flavour)));
        }

        writer.Line("int m = m0;");
        if (byPanels)
        {
            WritePanels(writer, flavour, largest);
        }

        foreach (int rows in ladder)
        {
            int vectors = TileShape.Choose(flavour, rows, Columns).Vectors;
            string head = rows == 1 ? "for (; m < m1; m++)" : $"for (; m + {Literal.Int(rows)} <= m1; m += {Literal.Int(rows)})";
            using (writer.Block(head))
            {
                writer.Refer(Names.Scalar + "m", Names.Scalar, At.Times("m", Pitch));
                writer.Refer(Names.Result + "m", Names.Result, At.Times("m", YPitch));
                IReadOnlyList<ColumnRun> runs = ColumnTiles.Of(flavour, Columns, vectors);
                foreach (ColumnRun run in runs)
                {
                    WriteColumns(writer, rows, run, runs.Count == 1);
                }
            }
        }
    }

    /// <summary>
    /// The whole tiles of a long sum, some rows at a time: a panel of weights after the other, which is a block of the sum, for all these
    /// rows, whose sums wait in the result. Every element still is one sum in order.
    /// </summary>
    private void WritePanels(SourceWriter writer, Flavour flavour, TileShape shape)
    {
        string tileRows = Literal.Int(shape.Rows);
        string group = Literal.Int(GroupRows);
        writer.Line($"int wholeTiles = m0 + (m1 - m0) / {tileRows} * {tileRows};");
        using (writer.Block("if (wholeTiles > m0)"))
        {
            string floats = Literal.Int(SumBlock.Floats(GroupRows, shape.Vectors, flavour));
            writer.Line($"Span<float> rounded = stackalloc float[{floats}]; // what rounding took");
            writer.Refer("lost", "rounded[0]");
            using (writer.Block($"for (int first = m0; first < wholeTiles; first += {group})"))
            {
                writer.Line($"int last = Math.Min(first + {group}, wholeTiles);");
                foreach (ColumnRun run in ColumnTiles.Of(flavour, Columns, shape.Vectors))
                {
                    int end = run.Start + (run.Count * run.Tile.Columns);
                    string head = $"for (int k = {Literal.Int(run.Start)}; k < {Literal.Int(end)}; k += {Literal.Int(run.Tile.Columns)})";
                    using (writer.Block(run.Count == 1 ? "" : head))
                    {
                        writer.Line("rounded.Clear();");
                        WriteColumnPanels(writer, shape.Rows, run.Tile, run.Count == 1 ? Literal.Int(run.Start) : "k");
                    }
                }
            }
        }

        writer.Line("m = wholeTiles;");
    }

    private void WriteColumnPanels(SourceWriter writer, int rows, ColumnTile columns, string k)
    {
        string steps = Literal.Int(SumBlock.Products);
        using (writer.Block($"for (int c = 0; c < {Literal.Int(Depth)}; c += {steps})"))
        {
            writer.Line($"int steps = {(Depth % SumBlock.Products == 0 ? steps : $"Math.Min({steps}, {Literal.Int(Depth)} - c)")};");
            using (writer.Block($"for (m = first; m < last; m += {Literal.Int(rows)})"))
            {
                WritePanelTile(writer, rows, columns, k);
            }
        }
    }

    private void WritePanelTile(SourceWriter writer, int rows, ColumnTile columns, string k)
    {
        string scalar = Names.Scalar + "i";
        string vector = Names.Vector + "i";
        string result = Names.Result + "m";
        writer.Refer(scalar, Names.Scalar, $"{At.Times("m", Pitch)} + c");
        writer.Refer(vector, Names.Vector, At.Sum(At.Times("c", Columns), k));
        writer.Refer(result, Names.Result, At.Sum(At.Times("m", YPitch), k));
        writer.Refer("lostm", "lost", At.Times("m - first", columns.Vectors * columns.Flavour.Lanes));
        var tile = new TileEmitter(writer, columns, rows, Names);
        var sums = LongTile.Of(writer, tile);
        Begin(writer, tile, k);
        using (writer.Block("if (c > 0)"))
        {
            sums.Load("lostm");
        }

        tile.SumWhile("for (int i = 0; i < steps; i++)", tile.AllRows(Pitch), new Stride(1, Columns), scalar, vector);
        using (writer.Block("if (c > 0)"))
        {
            sums.Join(result, r => r * YPitch, "lostm", isLoaded: true);
        }

        if (Finish(columns.Flavour, "y") != "y")
        {
            using (writer.Block($"if (c + steps == {Literal.Int(Depth)})"))
            {
                tile.Apply(value => Finish(columns.Flavour, value));
            }
        }

        tile.Store(result, r => r * YPitch);
    }

    /// <summary>The tile, then a third of it, then one row: what is left of a batch takes few steps, each exact.</summary>
    public static IEnumerable<int> RowLadder(int largest)
    {
        for (int rows = Math.Max(1, largest); rows >= 1; rows = rows == 1 ? 0 : Math.Max(1, rows / 3))
        {
            yield return rows;
        }
    }

    private void WriteColumns(SourceWriter writer, int rows, ColumnRun run, bool isOnly)
    {
        if (run.Count == 1)
        {
            using (writer.BlockIf(!isOnly))
            {
                WriteTile(writer, rows, run.Tile, Literal.Int(run.Start));
            }

            return;
        }

        int end = run.Start + (run.Count * run.Tile.Columns);
        using (writer.Block($"for (int k = {Literal.Int(run.Start)}; k < {Literal.Int(end)}; k += {Literal.Int(run.Tile.Columns)})"))
        {
            WriteTile(writer, rows, run.Tile, "k");
        }
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns, string k)
    {
        var tile = new TileEmitter(writer, columns, rows, Names, UnrollBudget);
        string vectorAt = Move(writer, Names.Vector, Names.Vector + "k", k);
        string resultAt = Move(writer, Names.Result + "m", Names.Result + "k", k);
        Begin(writer, tile, k);
        tile.SumBlocks(new Segment(tile.AllRows(Pitch), 0, Depth), new Stride(1, Columns), Names.Scalar + "m", vectorAt);
        if (IsLong)
        {
            LongTile.Of(writer, tile).Finish();
        }

        tile.Apply(result => Finish(columns.Flavour, result));
        if (Accumulates)
        {
            tile.ApplyAt(r => r * YPitch, (result, offset) => $"{result} + {columns.Flavour.Load(resultAt, offset)}");
        }

        tile.Store(resultAt, r => r * YPitch);
    }

    private void Begin(SourceWriter writer, TileEmitter tile, string k)
    {
        if (Bias is null)
        {
            tile.DeclareZero();
        }
        else
        {
            tile.DeclareBias(Move(writer, Bias, Bias + "k", k));
        }
    }

    /// <summary>Declares a moved reference, unless it would not move.</summary>
    private static string Move(SourceWriter writer, string reference, string name, string offset)
    {
        if (offset == "0")
        {
            return reference;
        }

        writer.Refer(name, reference, offset);
        return name;
    }
}
