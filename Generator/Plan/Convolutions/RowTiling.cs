using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>
/// How a row of results is cut into tiles, each with the pieces of its sum along the row. At the edges some positions have no value under
/// some taps; tiles with the same pieces at equal distances are one loop.
/// </summary>
internal sealed class RowTiling
{
    // Pairs of a position and a tap that are looked at in some seconds, for all passes and targets.
    private const long MostLooks = 1 << 25;

    /// <summary>Results in the row.</summary>
    public required int Positions { get; init; }

    /// <summary>Taps along the row, in the order of summation.</summary>
    public required int Taps { get; init; }

    /// <summary>Values summed a tap: channels.</summary>
    public required int StepsPerTap { get; init; }

    /// <summary>Floats of the vector operand a step.</summary>
    public required int VectorStep { get; init; }

    /// <summary>Where the scalar operand of a position and tap stands in its row, or null where there is none.</summary>
    public required Func<int, int, int?> ScalarOffset { get; init; }

    /// <summary>Positions after which the scalar operand's offsets repeat, moved.</summary>
    public required int Period { get; init; }

    /// <summary>Floats that the scalar operand moves in a period.</summary>
    public required int PeriodOffset { get; init; }

    /// <summary>
    /// The positions under which a tap lies on the operand follow each other, period by period: so many at least, but where the row's ends
    /// cut them off.
    /// </summary>
    public required int ShortestRun { get; init; }

    private long _looks;

    /// <summary>
    /// The loops over tiles of at most so many rows. Where exact edge tiles would make the code too long, all but the tiles whose sum is
    /// one run become <see cref="RowTileRun.IsStepwise"/>: a loop over positions that looks at each tap. Where there are too many to look
    /// at, that loop goes over the whole row.
    /// </summary>
    /// <param name="mostRows">Rows of the largest tile.</param>
    /// <param name="rowMultiple">Rows of each tile are a multiple of this.</param>
    /// <param name="mostProducts">Rows times taps that may be laid out.</param>
    public IReadOnlyList<RowTileRun> Tiles(int mostRows, int rowMultiple, int mostProducts)
    {
        if (ExactTiles(mostRows, rowMultiple, rowMultiple > Period ? long.MaxValue : MostLooks) is not { } exact)
        {
            return [Stepwise(0, Positions)];
        }

        if (exact.Sum(run => (long)run.Tile.Products) <= mostProducts || rowMultiple > Period)
        {
            return exact;
        }

        var runs = new List<RowTileRun>();
        foreach (RowTileRun run in exact)
        {
            RowTileRun? last = runs.Count > 0 ? runs[runs.Count - 1] : null;
            if (run.Tile.Segments.Count <= 1)
            {
                runs.Add(run);
            }
            else if (last is { IsStepwise: true })
            {
                runs[runs.Count - 1] = last with { Count = run.End - last.Start };
            }
            else
            {
                runs.Add(Stepwise(run.Start, run.End));
            }
        }

        return runs;
    }

    /// <summary>The loops over tiles of at most so many rows, or null where there are too many tiles to look at.</summary>
    public IReadOnlyList<RowTileRun>? ExactTiles(int mostRows, int rowMultiple) => ExactTiles(mostRows, rowMultiple, MostLooks);

    private static RowTileRun Stepwise(int start, int end) => new(start, end - start, new RowTile(1, [])) { IsStepwise = true };

    private IReadOnlyList<RowTileRun>? ExactTiles(int mostRows, int rowMultiple, long mostLooks)
    {
        _looks = 0;
        var runs = new List<RowTileRun>();
        foreach (PieceRun pieces in Split.Balanced(Positions, mostRows, rowMultiple))
        {
            for (int i = 0; i < pieces.Count;)
            {
                if (_looks + ((long)Taps * pieces.Size) > mostLooks)
                {
                    return null;
                }

                int start = pieces.Start + (i * pieces.Size);
                RowTile tile = Tile(start, pieces.Size);
                int count = pieces.Size % Period == 0 ? CountEqual(tile, start, pieces.Count - i) : 1;
                runs.Add(new RowTileRun(start, count, tile));
                i += count;
            }
        }

        return runs;
    }

    /// <summary>
    /// How many tiles from a place on are equal. Between two equal tiles that are nearer than the shortest run, none differs: what lies on
    /// the operand in both lies there between them, and no run is short enough to begin and end there. So most are leapt over.
    /// </summary>
    private int CountEqual(RowTile tile, int start, int most)
    {
        int count = 1;
        int farthest = Math.Max(1, ShortestRun / tile.Rows);
        int leap = 1;
        while (IsEqual(leap))
        {
            count += leap;
            leap = Math.Min(2 * leap, farthest);
        }

        for (; leap > 0; leap /= 2)
        {
            count += IsEqual(leap) ? leap : 0;
        }

        return count;

        bool IsEqual(int further) => count + further <= most && Tile(start + ((count - 1 + further) * tile.Rows), tile.Rows).SameAs(tile);
    }

    private RowTile Tile(int start, int rows)
    {
        // Offsets are relative to where the scalar operand stands for the period of the tile's first position.
        int origin = Origin(start);
        _looks += (long)Taps * rows;
        var segments = new List<Segment>();
        for (int tap = 0; tap < Taps; tap++)
        {
            List<ActiveRow>? active = null;
            for (int row = 0; row < rows; row++)
            {
                if (ScalarOffset(start + row, tap) is int offset)
                {
                    active ??= new List<ActiveRow>(rows);
                    active.Add(new ActiveRow(row, offset - origin));
                }
            }

            if (active is null)
            {
                continue;
            }

            int last = segments.Count - 1;
            if (last >= 0 && Continues(segments[last], active, tap))
            {
                segments[last] = segments[last] with { Steps = segments[last].Steps + StepsPerTap };
            }
            else
            {
                segments.Add(new Segment(active, tap * StepsPerTap * VectorStep, StepsPerTap));
            }
        }

        return new RowTile(rows, segments);
    }

    /// <summary>Where the scalar operand's reference of a tile that begins at the position points to.</summary>
    public int Origin(int position) => position / Period * PeriodOffset;

    /// <summary>Whether a tap's values simply follow those of the segment before, for the same rows.</summary>
    private bool Continues(Segment segment, List<ActiveRow> active, int tap)
    {
        bool mayContinue = segment.VectorOffset + (segment.Steps * VectorStep) == tap * StepsPerTap * VectorStep
            && segment.Rows.Count == active.Count;
        for (int i = 0; mayContinue && i < active.Count; i++)
        {
            ActiveRow before = segment.Rows[i];
            mayContinue = active[i].Row == before.Row && active[i].Offset == before.Offset + segment.Steps;
        }

        return mayContinue;
    }
}

/// <summary>A tile of some positions of a row.</summary>
internal sealed record RowTile(int Rows, IReadOnlyList<Segment> Segments)
{
    /// <summary>Multiply-adds a vector that are laid out where every piece of the sum is a loop.</summary>
    public int Products => Segments.Sum(segment => segment.Rows.Count);

    /// <summary>Multiply-adds a vector that are laid out without loops.</summary>
    public long LaidOut => Segments.Sum(segment => (long)segment.Rows.Count * segment.Steps);

    public bool SameAs(RowTile other) =>
        Rows == other.Rows
        && Segments.Count == other.Segments.Count
        && Segments.Zip(other.Segments, (a, b) => a.SameAs(b)).All(same => same);
}

/// <summary>Equal tiles that follow each other.</summary>
internal sealed record RowTileRun(int Start, int Count, RowTile Tile)
{
    /// <summary>Whether each position is a tile of one row whose taps are looked at one by one.</summary>
    public bool IsStepwise { get; init; }

    public int End => Start + (Count * Tile.Rows);
}
