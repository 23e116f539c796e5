namespace StaticNets.Generator.Plan.Tiles;

/// <summary>
/// The tiles of a weight gradient, numbered so that workers can share them: groups (taps of a kernel) x rows x columns.
/// </summary>
/// <param name="Groups">Groups of tiles.</param>
/// <param name="RowRuns">The rows of a group.</param>
/// <param name="ColumnRuns">The columns.</param>
internal sealed record TileGrid(int Groups, IReadOnlyList<PieceRun> RowRuns, IReadOnlyList<ColumnRun> ColumnRuns)
{
    /// <summary>How many tiles there are.</summary>
    public int Count => Groups * RowRuns.Sum(run => run.Count) * ColumnRuns.Sum(run => run.Count);
}
