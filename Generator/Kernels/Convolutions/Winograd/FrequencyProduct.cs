using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits the products of a Winograd convolution: for each frequency a matrix of tiles x channels times the transformed kernel. This is
/// where nearly all of its multiply-adds are.
/// </summary>
internal sealed class FrequencyProduct
{
    // The rows of an image are few and known, so a tile may take more of them than elsewhere.
    private const int MostRows = 12;

    public required FrequencyLayout Left { get; init; }

    public required KernelLayout Kernel { get; init; }

    public required FrequencyLayout Result { get; init; }

    /// <summary>Length of the sums.</summary>
    public required int Depth { get; init; }

    /// <summary>Columns of the result.</summary>
    public required int Columns { get; init; }

    public required Flavour Flavour { get; init; }

    public required TileNames Names { get; init; }

    /// <summary>Images whose tiles are multiplied.</summary>
    public required int Images { get; init; }

    public void Write(SourceWriter writer)
    {
        Flavour flavour = Flavour.Fit(Columns);
        if (IsLong)
        {
            LongTile.Declare(writer, Left.Groups.Max(group => Floats(flavour, TileOf(flavour, Images * group.TilesPerImage))));
        }

        for (int g = 0; g < Left.Groups.Count; g++)
        {
            MatrixGroup left = Left.Groups[g];
            MatrixGroup result = Result.Groups[g];
            int rows = Images * left.TilesPerImage;
            string depth = Literal.Int(Depth);
            writer.Line($"// {Literal.Int(left.Count)} frequencies: ({Literal.Int(rows)}, {depth}) x ({depth}, {Literal.Int(Columns)})");
            using (writer.Block($"for (int f = 0; f < {Literal.Int(left.Count)}; f++)"))
            {
                DeclareMatrix(writer, Names.Scalar, left.Start, left.Stride);
                DeclareMatrix(writer, Names.Vector, left.First * Kernel.Stride, Kernel.Stride);
                DeclareMatrix(writer, Names.Result, result.Start, result.Stride);
                WriteTiles(writer, flavour, rows);
            }
        }
    }

    private bool IsLong => Depth > SumBlock.Products;

    private static int Floats(Flavour flavour, TileShape tile) => SumBlock.Floats(tile.Rows, tile.Vectors, flavour);

    private TileShape TileOf(Flavour flavour, int rows) => TileShape.Choose(flavour, rows, Columns, mostRows: MostRows);

    private static void DeclareMatrix(SourceWriter writer, string name, long start, long stride) =>
        writer.Refer(name + "f", name, At.Sum(At.Times("f", stride), start));

    private void WriteTiles(SourceWriter writer, Flavour flavour, int rows)
    {
        TileShape shape = TileOf(flavour, rows);
        foreach (ColumnRun columns in ColumnTiles.Of(flavour, flavour.Vectors(Columns) * flavour.Lanes, shape.Vectors))
        {
            int end = columns.Start + (columns.Count * columns.Tile.Columns);
            string head = $"for (int k = {Literal.Int(columns.Start)}; k < {Literal.Int(end)}; k += {Literal.Int(columns.Tile.Columns)})";
            using (writer.Block(columns.Count == 1 ? "" : head))
            {
                string k = columns.Count == 1 ? Literal.Int(columns.Start) : "k";
                foreach (PieceRun run in Split.Balanced(rows, shape.Rows))
                {
                    WriteRows(writer, run, columns.Tile, k);
                }
            }
        }
    }

    private void WriteRows(SourceWriter writer, PieceRun run, ColumnTile columns, string k)
    {
        int end = run.Start + (run.Count * run.Size);
        string head = $"for (int row = {Literal.Int(run.Start)}; row < {Literal.Int(end)}; row += {Literal.Int(run.Size)})";
        using (writer.Block(run.Count == 1 ? "" : head))
        {
            string row = run.Count == 1 ? Literal.Int(run.Start) : "row";
            writer.Refer(Names.Scalar + "t", Names.Scalar + "f", At.Times(row, Left.Columns));
            writer.Refer(Names.Vector + "t", Names.Vector + "f", k);
            writer.Refer(Names.Result + "t", Names.Result + "f", At.Sum(At.Times(row, Result.Columns), k));
            var tile = new TileEmitter(writer, columns, run.Size, Names);
            tile.DeclareZero();
            IReadOnlyList<ActiveRow> active = tile.AllRows(Left.Columns).ToArray();
            tile.SumBlocks(new Segment(active, 0, Depth), new Stride(1, Kernel.Columns), Names.Scalar + "t", Names.Vector + "t");
            if (IsLong)
            {
                LongTile.Of(writer, tile).Finish();
            }

            tile.Store(Names.Result + "t", r => r * Result.Columns);
        }
    }
}
