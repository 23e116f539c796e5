using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Tiles;

/// <summary>How many rows and vectors of results a tile holds in registers.</summary>
/// <param name="Rows">Rows: each takes one broadcast value a step.</param>
/// <param name="Vectors">Vectors a row: each takes one load a step.</param>
internal readonly record struct TileShape(int Rows, int Vectors)
{
    // A core does two multiply-adds and two loads a cycle; a multiply-add takes four cycles, so eight chains keep it busy.
    private const double PortsPerCycle = 2;
    private const int Chains = 8;

    /// <summary>From here on more rows save next to no loads, and only make the code longer.</summary>
    public const int DefaultMostRows = 8;

    /// <summary>Chooses the tile with the least estimated time for rows x columns of results.</summary>
    /// <param name="flavour">The vectors, already fit to the columns.</param>
    /// <param name="rows">Rows of results; <see cref="int.MaxValue"/> where the number is known at run time only.</param>
    /// <param name="columns">Columns of results.</param>
    /// <param name="rowMultiple">Rows of a tile are a multiple of this.</param>
    /// <param name="mostRows">Rows of a tile at most.</param>
    /// <param name="dividesVectors">Whether the columns must fall into equal tiles.</param>
    /// <param name="divides">A number that the tile's rows must divide, or null.</param>
    /// <param name="mostVectors">Vectors of a tile at most.</param>
    public static TileShape Choose(
        Flavour flavour,
        int rows,
        int columns,
        int rowMultiple = 1,
        int mostRows = DefaultMostRows,
        bool dividesVectors = false,
        int? divides = null,
        int mostVectors = int.MaxValue)
    {
        int vectors = flavour.Vectors(columns);
        var best = default(TileShape);
        double bestTime = double.MaxValue;
        IEnumerable<TileShape> candidates = Candidates(flavour, vectors, rowMultiple, mostRows)
            .Where(tile => tile.Vectors <= mostVectors
                && (!dividesVectors || vectors % tile.Vectors == 0)
                && (divides is not int whole || whole % tile.Rows == 0));
        foreach (TileShape tile in candidates)
        {
            double time = Time(tile, rows, vectors);
            if (time < bestTime)
            {
                (best, bestTime) = (tile, time);
            }
        }

        return best;
    }

    /// <summary>Cycles of a step of the sum for each row of results, in the best tile.</summary>
    public static double CyclesPerRow(Flavour flavour, int columns)
    {
        TileShape tile = Choose(flavour, int.MaxValue, columns);
        return Time(tile, int.MaxValue, flavour.Vectors(columns));
    }

    private static IEnumerable<TileShape> Candidates(Flavour flavour, int vectors, int rowMultiple, int most)
    {
        for (int v = 1; v <= Math.Min(vectors, flavour.Registers / 4); v++)
        {
            // The loads of a step and one broadcast stay in registers beside the results.
            int mostRows = Math.Max(rowMultiple, Math.Min(most, (flavour.Registers - v - 1) / v));
            for (int r = rowMultiple; r <= mostRows; r += rowMultiple)
            {
                yield return new TileShape(r, v);
            }
        }
    }

    private static double Time(TileShape tile, int rows, int vectors)
    {
        double time = 0;
        foreach (PieceRun columnRun in Split.Balanced(vectors, tile.Vectors))
        {
            if (rows == int.MaxValue)
            {
                time += columnRun.Count * StepTime(tile.Rows, columnRun.Size) / tile.Rows;
                continue;
            }

            foreach (PieceRun rowRun in Split.Balanced(rows, Math.Min(rows, tile.Rows)))
            {
                time += columnRun.Count * rowRun.Count * StepTime(rowRun.Size, columnRun.Size);
            }
        }

        return time;
    }

    /// <summary>Cycles of one step of the sum.</summary>
    private static double StepTime(int rows, int vectors)
    {
        double multiplyAdds = Math.Max(rows * vectors, Chains) / PortsPerCycle;

        // With one vector a row the broadcast folds into the multiply-add, but still is a load. The small term prefers
        // fewer loads among equals.
        double loads = (rows + vectors) / PortsPerCycle;
        return Math.Max(multiplyAdds, loads) + (0.05 * loads);
    }
}
