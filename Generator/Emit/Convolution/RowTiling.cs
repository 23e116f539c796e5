using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Tiles;

namespace StaticNets.Generator.Emit.Convolution;

/// <summary>
/// How a row of results is cut into tiles, each with the pieces of its sum along the row. At the edges some positions have no value under some taps; tiles
/// with the same pieces at equal distances are one loop.
/// </summary>
internal sealed class RowTiling
{
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

    /// <summary>The loops over tiles of at most so many rows.</summary>
    public IReadOnlyList<RowTileRun> Tiles(int mostRows, int rowMultiple)
    {
        var runs = new List<RowTileRun>();
        foreach (PieceRun pieces in Split.Balanced(Positions, mostRows, rowMultiple))
        {
            for (int i = 0; i < pieces.Count; i++)
            {
                int start = pieces.Start + (i * pieces.Size);
                RowTile tile = Tile(start, pieces.Size);
                RowTileRun? last = runs.Count > 0 ? runs[runs.Count - 1] : null;
                if (last is not null && last.Tile.SameAs(tile) && pieces.Size % Period == 0)
                {
                    runs[runs.Count - 1] = last with { Count = last.Count + 1 };
                }
                else
                {
                    runs.Add(new RowTileRun(start, 1, tile));
                }
            }
        }

        return runs;
    }

    private RowTile Tile(int start, int rows)
    {
        // Offsets are relative to where the scalar operand stands for the period of the tile's first position.
        int origin = Origin(start);
        var segments = new List<Segment>();
        for (int tap = 0; tap < Taps; tap++)
        {
            ActiveRow[] active = Enumerable.Range(0, rows)
                .Select(row => (Row: row, Offset: ScalarOffset(start + row, tap)))
                .Where(entry => entry.Offset is not null)
                .Select(entry => new ActiveRow(entry.Row, entry.Offset!.Value - origin))
                .ToArray();
            if (active.Length == 0)
            {
                continue;
            }

            if (segments.Count > 0 && Continues(segments[segments.Count - 1], active, tap))
            {
                segments[segments.Count - 1] = segments[segments.Count - 1] with { Steps = segments[segments.Count - 1].Steps + StepsPerTap };
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
    private bool Continues(Segment segment, ActiveRow[] active, int tap) =>
        segment.VectorOffset + (segment.Steps * VectorStep) == tap * StepsPerTap * VectorStep
        && segment.Rows.Count == active.Length
        && segment.Rows.Zip(active, (before, now) => now.Row == before.Row && now.Offset == before.Offset + segment.Steps).All(follows => follows);
}

/// <summary>A tile of some positions of a row.</summary>
internal sealed record RowTile(int Rows, IReadOnlyList<Segment> Segments)
{
    public bool SameAs(RowTile other) =>
        Rows == other.Rows && Segments.Count == other.Segments.Count && Segments.Zip(other.Segments, (a, b) => a.SameAs(b)).All(same => same);
}

/// <summary>Equal tiles that follow each other.</summary>
internal sealed record RowTileRun(int Start, int Count, RowTile Tile)
{
    public int End => Start + (Count * Tile.Rows);
}
