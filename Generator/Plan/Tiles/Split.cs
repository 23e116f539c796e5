namespace StaticNets.Generator.Plan.Tiles;

/// <summary>
/// Equal pieces that follow each other: <paramref name="Count"/> of <paramref name="Size"/> from <paramref name="Start"/> on.
/// </summary>
internal readonly record struct PieceRun(int Start, int Size, int Count);

/// <summary>Cuts a length into pieces that are as equal as possible: 11 into at most 6 gives 6 and 5, not 6, 4 and 1.</summary>
internal static class Split
{
    /// <param name="length">What is cut.</param>
    /// <param name="largest">The largest piece.</param>
    /// <param name="multiple">Each piece is a multiple of this, but for a last one where the length is none.</param>
    public static IReadOnlyList<PieceRun> Balanced(int length, int largest, int multiple = 1)
    {
        int units = length / multiple;
        int unitsAPiece = System.Math.Max(1, largest / multiple);
        int pieces = (units + unitsAPiece - 1) / unitsAPiece;
        var runs = new List<PieceRun>();
        int rest = length % multiple;
        if (pieces == 0)
        {
            return [new PieceRun(0, rest, 1)];
        }

        int small = units / pieces;
        int large = units % pieces;
        if (large > 0)
        {
            runs.Add(new PieceRun(0, (small + 1) * multiple, large));
        }

        runs.Add(new PieceRun(large * (small + 1) * multiple, small * multiple, pieces - large));
        if (rest > 0)
        {
            runs.Add(new PieceRun(length - rest, rest, 1));
        }

        return runs;
    }
}
