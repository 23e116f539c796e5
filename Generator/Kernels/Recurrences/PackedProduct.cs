using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Recurrences;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>A factor of a product: some values of each row, which meet some rows of the matrix.</summary>
/// <param name="Name">The reference.</param>
/// <param name="Pitch">Floats from a row to the next.</param>
/// <param name="Offset">Where in the row it begins.</param>
/// <param name="Depth">Its values.</param>
/// <param name="MatrixRow">The first row of the matrix that it meets.</param>
internal sealed record ProductOperand(string Name, int Pitch, int Offset, int Depth, int MatrixRow);

/// <summary>
/// Emits a product of a step: rows of one or several operands times a packed matrix. A panel of the matrix serves all rows of the block
/// before the next one is read.
/// </summary>
internal sealed class PackedProduct
{
    public required PackedMatrix Matrix { get; init; }

    public required Flavour Flavour { get; init; }

    public required int UnrollBudget { get; init; }

    /// <summary>What is multiplied, in the order of summation.</summary>
    public required IReadOnlyList<ProductOperand> Operands { get; init; }

    /// <summary>The reference to the results.</summary>
    public required string Result { get; init; }

    /// <summary>Floats from a row of results to the next.</summary>
    public required int ResultPitch { get; init; }

    /// <summary>The biases: the sums begin with the first, and end with the second.</summary>
    public IReadOnlyList<string> Biases { get; init; } = [];

    /// <summary>Whether the sums begin with what the results hold.</summary>
    public bool Accumulates { get; init; }

    /// <summary>Multiply-adds of vectors for one row.</summary>
    public long MultiplyAdds => (long)Operands.Sum(operand => operand.Depth) * Flavour.Fit(Matrix.Columns).Vectors(Matrix.Columns);

    private bool IsLong => Operands.Sum(operand => operand.Depth) > SumBlock.Products;

    public void Write(SourceWriter writer)
    {
        if (IsLong)
        {
            ColumnTile widest = Matrix.Panels(Flavour)[0].Tile;
            LongTile.Declare(writer, SumBlock.Floats(Matrix.RowsOfTile(Flavour), widest.Vectors, widest.Flavour));
        }

        foreach (ColumnRun run in Matrix.Panels(Flavour))
        {
            int end = run.Start + (run.Count * run.Tile.Columns);
            string head = $"for (int k = {Literal.Int(run.Start)}; k < {Literal.Int(end)}; k += {Literal.Int(run.Tile.Columns)})";
            using (writer.Block(run.Count == 1 ? "" : head))
            {
                WritePanel(writer, run.Tile, run.Count == 1 ? Literal.Int(run.Start) : "k");
            }
        }
    }

    private void WritePanel(SourceWriter writer, ColumnTile columns, string k)
    {
        writer.Refer("wk", "w", At.Times(k, Matrix.Depth));
        foreach (string bias in Biases)
        {
            writer.Refer(bias + "k", bias, k);
        }

        writer.Line("int m = 0;");
        foreach (int rows in ProductTiles.RowLadder(Matrix.RowsOfTile(Flavour)))
        {
            using (writer.Block(rows == 1 ? "for (; m < rows; m++)" : $"for (; m + {Literal.Int(rows)} <= rows; m += {Literal.Int(rows)})"))
            {
                WriteTile(writer, columns, rows, k);
            }
        }
    }

    private void WriteTile(SourceWriter writer, ColumnTile columns, int rows, string k)
    {
        foreach (ProductOperand operand in Operands)
        {
            writer.Refer(Row(operand), operand.Name, At.Sum(At.Times("m", operand.Pitch), operand.Offset));
        }

        writer.Refer(Result + "m", Result, At.Sum(At.Times("m", ResultPitch), k));
        TileEmitter results = Tile(writer, columns, rows, "x");
        var sums = LongTile.Of(writer, results);
        if (Biases.Count > 0)
        {
            results.DeclareBias(Biases[0] + "k");
        }
        else
        {
            results.DeclareZero();
        }

        if (Accumulates)
        {
            results.Load(Result + "m", r => r * ResultPitch);
        }

        foreach (ProductOperand operand in Operands)
        {
            TileEmitter tile = Tile(writer, columns, rows, operand.Name);
            if (IsLong && operand != Operands[0])
            {
                sums.AddBlock();
            }

            tile.SumBlocks(
                new Segment(tile.AllRows(operand.Pitch), operand.MatrixRow * columns.Columns, operand.Depth),
                new Stride(1, columns.Columns),
                Row(operand),
                "wk");
        }

        if (IsLong)
        {
            sums.Finish();
        }

        foreach (string bias in Biases.Skip(1))
        {
            results.ApplyAt(_ => 0, (result, offset) => $"{result} + {columns.Flavour.Load(bias + "k", offset)}");
        }

        results.Store(Result + "m", r => r * ResultPitch);
    }

    private string Row(ProductOperand operand) =>
        operand.Name + "m" + (Operands.First(other => other.Name == operand.Name) == operand ? "" : "2");

    private TileEmitter Tile(SourceWriter writer, ColumnTile columns, int rows, string scalar) =>
        new(writer, columns, rows, new TileNames(Result, scalar, "w"), UnrollBudget);
}
