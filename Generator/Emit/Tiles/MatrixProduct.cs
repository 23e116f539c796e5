using System;
using System.Collections.Generic;

namespace StaticNets.Generator.Emit.Tiles;

/// <summary>
/// Emits <c>y = x w</c> for rows of x whose number only the running program knows: dense layers forward, and backward with the transposed weights.
/// </summary>
internal sealed class MatrixProduct
{
    public required Flavour Flavour { get; init; }

    public required int UnrollBudget { get; init; }

    /// <summary>Length of the sum: columns of x.</summary>
    public required int Depth { get; init; }

    /// <summary>Columns of y.</summary>
    public required int Columns { get; init; }

    public required TileNames Names { get; init; }

    /// <summary>The name of the bias, or null.</summary>
    public string? Bias { get; init; }

    /// <summary>Whether y is added to.</summary>
    public bool Accumulates { get; init; }

    /// <summary>What becomes of a finished result.</summary>
    public Func<Flavour, string, string> Finish { get; init; } = (_, result) => result;

    /// <summary>Writes the loops over rows m0 to m1.</summary>
    public void Write(SourceWriter writer)
    {
        Flavour flavour = Flavour.Fit(Columns);
        writer.Line("int m = m0;");
        foreach (int rows in RowLadder(TileShape.Choose(flavour, int.MaxValue, Columns).Rows))
        {
            int vectors = TileShape.Choose(flavour, rows, Columns).Vectors;
            using (writer.Block(rows == 1 ? "for (; m < m1; m++)" : $"for (; m + {Literal.Int(rows)} <= m1; m += {Literal.Int(rows)})"))
            {
                writer.Line($"ref float {Names.Scalar}m = {At.Ref(Names.Scalar, At.Times("m", Depth))};");
                writer.Line($"ref float {Names.Result}m = {At.Ref(Names.Result, At.Times("m", Columns))};");
                foreach (ColumnRun run in ColumnTiles.Of(flavour, Columns, vectors))
                {
                    WriteColumns(writer, rows, run);
                }
            }
        }
    }

    /// <summary>The tile, then halves of it down to one row: what is left of a batch takes few steps, each exact.</summary>
    private static IEnumerable<int> RowLadder(int largest)
    {
        for (int rows = largest; rows >= 1; rows /= 2)
        {
            yield return rows;
        }
    }

    private void WriteColumns(SourceWriter writer, int rows, ColumnRun run)
    {
        if (run.Count == 1)
        {
            using (writer.Block())
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
        if (Bias is null)
        {
            tile.DeclareZero();
        }
        else
        {
            tile.DeclareBias(Move(writer, Bias, Bias + "k", k));
        }

        tile.Sum(new Segment(tile.AllRows(Depth), 0, Depth), new Stride(1, Columns), Names.Scalar + "m", vectorAt);
        tile.Apply(result => Finish(columns.Flavour, result));
        if (Accumulates)
        {
            tile.ApplyAt(r => r * Columns, (result, offset) => $"{result} + {columns.Flavour.Load(resultAt, offset)}");
        }

        tile.Store(resultAt, r => r * Columns);
    }

    /// <summary>Declares a moved reference, unless it would not move.</summary>
    private static string Move(SourceWriter writer, string reference, string name, string offset)
    {
        if (offset == "0")
        {
            return reference;
        }

        writer.Line($"ref float {name} = {At.Ref(reference, offset)};");
        return name;
    }
}
