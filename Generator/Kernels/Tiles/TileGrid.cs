using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Text;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>
/// The tiles of a weight gradient, numbered so that workers can share them: groups (taps of a kernel) x rows x columns. Each kind of tile
/// gets a loop over those of its numbers that are the worker's.
/// </summary>
internal sealed class TileGrid(int groups, IReadOnlyList<PieceRun> rowRuns, IReadOnlyList<ColumnRun> columnRuns)
{
    public int Count => groups * rowRuns.Sum(run => run.Count) * columnRuns.Sum(run => run.Count);

    /// <summary>
    /// Writes the loops over tiles tile0 to tile1; <c>group</c>, <c>row</c> and <c>column</c> are then where a tile begins.
    /// </summary>
    public void Write(SourceWriter writer, Action<PieceRun, ColumnRun> writeTile)
    {
        int first = 0;
        foreach (PieceRun rows in rowRuns)
        {
            foreach (ColumnRun columns in columnRuns)
            {
                int width = columns.Tile.Columns;
                int count = groups * rows.Count * columns.Count;
                string tiles = count == 1 ? "tile" : "tiles";
                string begin = $"Math.Max(tile0, {Literal.Int(first)})";
                string end = $"Math.Min(tile1, {Literal.Int(first + count)})";
                writer.Line($"// {Literal.Int(count)} {tiles} of {Literal.Int(rows.Size)} rows x {Literal.Int(width)} columns");
                using (writer.Block($"for (int tile = {begin}; tile < {end}; tile++)"))
                {
                    string number = first == 0 ? "tile" : $"(tile - {Literal.Int(first)})";
                    if (groups > 1)
                    {
                        writer.Line($"int group = {Divide(number, rows.Count * columns.Count)};");
                    }

                    string row = Modulo(Divide(number, columns.Count), groups > 1 ? rows.Count : 0);
                    string column = Modulo(number, rows.Count * groups > 1 ? columns.Count : 0);
                    writer.Line($"int row = {Place(row, rows.Size, rows.Start, rows.Count)};");
                    writer.Line($"int column = {Place(column, width, columns.Start, columns.Count)};");
                    writeTile(rows, columns);
                }

                first += count;
            }
        }
    }

    private static string Divide(string number, int by) => by == 1 ? number : $"{number} / {Literal.Int(by)}";

    private static string Modulo(string number, int by) => by == 0 ? number : $"{number} % {Literal.Int(by)}";

    private static string Place(string piece, int size, int start, int count) =>
        count == 1 ? Literal.Int(start) : At.Sum($"{piece} * {Literal.Int(size)}", start);
}
