using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Writes loops over the tiles of a grid: each kind of tile gets one over those of its numbers that are the worker's.</summary>
internal static class TileGridLoops
{
    /// <summary>
    /// Writes the loops over tiles tile0 to tile1; in the body <c>group</c> is the tile's, where there are several.
    /// </summary>
    /// <param name="grid">The tiles.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="writeTile">Writes a tile.</param>
    /// <param name="firstTile">The variable with the first tile's number.</param>
    /// <param name="lastTile">The variable with the number behind the last's.</param>
    public static void Write(
        this TileGrid grid,
        SourceWriter writer,
        Action<PieceRun, ColumnRun, TilePlace> writeTile,
        string firstTile = "tile0",
        string lastTile = "tile1")
    {
        int first = 0;
        foreach (PieceRun rows in grid.RowRuns)
        {
            foreach (ColumnRun columns in grid.ColumnRuns)
            {
                int width = columns.Tile.Columns;
                int count = grid.Groups * rows.Count * columns.Count;
                string begin = first == 0 ? firstTile : $"Math.Max({firstTile}, {Literal.Int(first)})";
                string end = first + count == grid.Count ? lastTile : $"Math.Min({lastTile}, {Literal.Int(first + count)})";
                writer.Line(Heading(count, rows.Size, width));
                using (writer.Block($"for (int tile = {begin}; tile < {end}; tile++)"))
                {
                    string number = first == 0 ? "tile" : $"(tile - {Literal.Int(first)})";
                    if (grid.Groups > 1)
                    {
                        writer.Line($"int group = {Divide(number, rows.Count * columns.Count)};");
                    }

                    string row = Modulo(Divide(number, columns.Count), grid.Groups > 1 ? rows.Count : 0);
                    string column = Modulo(number, rows.Count * grid.Groups > 1 ? columns.Count : 0);
                    IndexSum firstRow = Declare(writer, "row", row, rows.Size, rows.Start, rows.Count);
                    IndexSum firstColumn = Declare(writer, "column", column, width, columns.Start, columns.Count);
                    writeTile(rows, columns, new TilePlace(firstRow, firstColumn));
                }

                first += count;
            }
        }
    }

    /// <summary>
    /// Writes the loops over the same tiles, some that follow each other at a time: what stands between the two loops goes by for each
    /// group. The tiles of a group are tile <c>first</c> to <c>last</c>, most of which have the same columns.
    /// </summary>
    /// <param name="grid">The tiles.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="tiles">Tiles of a group.</param>
    /// <param name="openGroup">Writes what stands between, and opens a block for it.</param>
    /// <param name="writeTile">Writes a tile.</param>
    public static void WriteGroups(
        this TileGrid grid,
        SourceWriter writer, int tiles, Func<SourceWriter.BlockScope> openGroup, Action<PieceRun, ColumnRun, TilePlace> writeTile)
    {
        int number = 0;
        foreach (PieceRun rows in grid.RowRuns)
        {
            foreach (ColumnRun columns in grid.ColumnRuns)
            {
                int width = columns.Tile.Columns;
                int count = rows.Count * columns.Count;
                string begin = number == 0 ? "tile0" : $"Math.Max(tile0, {Literal.Int(number)})";
                string end = number + count == grid.Count ? "tile1" : $"Math.Min(tile1, {Literal.Int(number + count)})";
                writer.Line(Heading(count, rows.Size, width));
                using (writer.Block($"for (int first = {begin}; first < {end}; first += {Literal.Int(tiles)})"))
                {
                    writer.Line($"int last = Math.Min(first + {Literal.Int(tiles)}, {end});");
                    using (openGroup())
                    using (writer.Block("for (int tile = first; tile < last; tile++)"))
                    {
                        string tile = number == 0 ? "tile" : $"(tile - {Literal.Int(number)})";
                        string row = Modulo(tile, columns.Count > 1 ? rows.Count : 0);
                        IndexSum firstRow = Declare(writer, "row", row, rows.Size, rows.Start, rows.Count);
                        string column = Divide(tile, rows.Count);
                        IndexSum firstColumn = Declare(writer, "column", column, width, columns.Start, columns.Count);
                        writeTile(rows, columns, new TilePlace(firstRow, firstColumn));
                    }
                }

                number += count;
            }
        }
    }

    private static string Heading(int count, int rows, int columns) =>
        $"// {Literal.Int(count)} {(count == 1 ? "tile" : "tiles")} of {Literal.Int(rows)} rows x {Literal.Int(columns)} columns";

    private static string Divide(string number, int by) => by == 1 ? number : $"{number} / {Literal.Int(by)}";

    private static string Modulo(string number, int by) => by == 0 ? number : $"{number} % {Literal.Int(by)}";

    /// <summary>Where pieces begin: a variable or, where there is one piece, a number.</summary>
    private static IndexSum Declare(SourceWriter writer, string name, string piece, int size, int start, int count)
    {
        if (count == 1)
        {
            return start;
        }

        writer.Line($"int {name} = {At.Sum(At.Times($"({piece})", size), start)};");
        return name;
    }
}

/// <summary>Where a tile begins.</summary>
/// <param name="Row">Its first row.</param>
/// <param name="Column">Its first column.</param>
internal readonly record struct TilePlace(IndexSum Row, IndexSum Column);
