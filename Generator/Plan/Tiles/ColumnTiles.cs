using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Tiles;

/// <summary>Some columns of results that a tile holds as vectors.</summary>
/// <param name="Flavour">The vectors.</param>
/// <param name="Vectors">Vectors a row.</param>
/// <param name="TailLanes">Lanes of the last vector that count; the others hold what stands behind the row.</param>
internal readonly record struct ColumnTile(Flavour Flavour, int Vectors, int TailLanes)
{
    public int LanesOf(int vector) => vector == Vectors - 1 ? TailLanes : Flavour.Lanes;

    public int Columns => ((Vectors - 1) * Flavour.Lanes) + TailLanes;
}

/// <summary>Equal column tiles that follow each other.</summary>
internal readonly record struct ColumnRun(int Start, int Count, ColumnTile Tile);

/// <summary>Cuts columns into tiles: whole vectors, and an exact last one.</summary>
internal static class ColumnTiles
{
    public static IReadOnlyList<ColumnRun> Of(Flavour flavour, int columns, int vectorsPerTile)
    {
        int tailLanes = columns % flavour.Lanes == 0 ? flavour.Lanes : columns % flavour.Lanes;
        var runs = new List<ColumnRun>();
        foreach (PieceRun run in Split.Balanced(flavour.Vectors(columns), vectorsPerTile))
        {
            var whole = new ColumnTile(flavour, run.Size, flavour.Lanes);
            bool last = run.Start + (run.Size * run.Count) == flavour.Vectors(columns);
            int wholeCount = last && tailLanes < flavour.Lanes ? run.Count - 1 : run.Count;
            if (wholeCount > 0)
            {
                runs.Add(new ColumnRun(run.Start * flavour.Lanes, wholeCount, whole));
            }

            if (wholeCount < run.Count)
            {
                runs.Add(new ColumnRun((run.Start + (run.Size * wholeCount)) * flavour.Lanes, 1, whole with { TailLanes = tailLanes }));
            }
        }

        return runs.Where(run => run.Count > 0).ToArray();
    }
}
