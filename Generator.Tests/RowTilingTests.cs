using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using Xunit;

namespace StaticNets.Generator.Tests;

/// <summary>Rows of results cut into tiles: those that leaps over equal tiles find are those that one finds by looking at each.</summary>
public sealed class RowTilingTests
{
    private const int Cases = 3000;

    [Fact]
    public void Leaping_over_equal_tiles_finds_what_going_from_tile_to_tile_finds()
    {
        Random random = new(7);
        for (int i = 0; i < Cases; i++)
        {
            int input = random.Next(1, 70);
            int stride = random.Next(1, 5);
            int dilation = stride > 1 ? 1 : random.Next(1, 12);
            WindowAxis axis = random.Next(3) == 0
                ? WindowAxis.Causal(input, random.Next(1, 9), stride, dilation)
                : new WindowAxis(input, random.Next(1, 9), stride, dilation, same: true);
            int mostRows = random.Next(1, 13);
            foreach (RowTiling tiling in (RowTiling[])[Forward(axis), Backward(axis), Phase(axis, random.Next(0, Math.Min(stride, input)))])
            {
                int multiple = tiling.Period;
                string[] expected = Show(With(tiling, shortestRun: 0).Tiles(Math.Max(multiple, mostRows), multiple, int.MaxValue));
                Assert.Equal(expected, Show(tiling.Tiles(Math.Max(multiple, mostRows), multiple, int.MaxValue)));
            }
        }
    }

    /// <summary>A quarter of an hour of sound in 251 taps: some hundred tiles are looked at instead of a million.</summary>
    [Fact]
    public void A_long_row_is_cut_without_looking_at_each_tile()
    {
        WindowAxis axis = new(16_000_000, 251, 1, 1, same: true);
        int looks = 0;
        RowTiling tiling = With(Forward(axis), axis.Input, (position, tap) =>
        {
            looks++;
            return axis.Covers(position, tap) ? axis.Position(position, tap) : null;
        });

        Assert.Equal(16_000_000, tiling.Tiles(12, 1, int.MaxValue).Sum(run => run.Count * run.Tile.Rows));
        Assert.InRange(looks, 1, 2_000_000);
    }

    /// <summary>A window that is longer than the row, and whose taps lie apart: each tile differs, and has a quarter of a million taps.</summary>
    [Fact]
    public void A_row_of_too_many_different_tiles_is_gone_through_step_by_step()
    {
        RowTiling tiling = Forward(WindowAxis.Causal(32_768, 262_144, 1, 3));

        Assert.Null(tiling.ExactTiles(12, 1));
        RowTileRun run = Assert.Single(tiling.Tiles(12, 1, int.MaxValue));
        Assert.True(run.IsStepwise);
        Assert.Equal((0, 32_768), (run.Start, run.End));
    }

    private static RowTiling Forward(WindowAxis axis) => Tiling(
        axis.Output, axis, (position, tap) => axis.Covers(position, tap) ? axis.Position(position, tap) : null, 1, axis.Stride, axis.Input / axis.Stride);

    private static RowTiling Backward(WindowAxis axis) =>
        Tiling(axis.Input, axis, (position, tap) => axis.Result(position, axis.Window - 1 - tap), axis.Stride, 1, axis.Output * axis.Stride);

    private static RowTiling Phase(WindowAxis axis, int phase) => Tiling(
        (axis.Input - phase + axis.Stride - 1) / axis.Stride,
        axis,
        (position, tap) => axis.Result((position * axis.Stride) + phase, axis.Window - 1 - tap),
        1,
        1,
        axis.Output);

    private static RowTiling Tiling(
        int positions, WindowAxis axis, Func<int, int, int?> scalarOffset, int period, int periodOffset, int shortestRun) => new()
    {
        Positions = positions,
        Taps = axis.Window,
        StepsPerTap = 1,
        VectorStep = 1,
        ScalarOffset = scalarOffset,
        Period = period,
        PeriodOffset = periodOffset,
        ShortestRun = shortestRun,
    };

    private static RowTiling With(RowTiling tiling, int shortestRun, Func<int, int, int?>? scalarOffset = null) => new()
    {
        Positions = tiling.Positions,
        Taps = tiling.Taps,
        StepsPerTap = tiling.StepsPerTap,
        VectorStep = tiling.VectorStep,
        ScalarOffset = scalarOffset ?? tiling.ScalarOffset,
        Period = tiling.Period,
        PeriodOffset = tiling.PeriodOffset,
        ShortestRun = shortestRun,
    };

    private static string[] Show(IEnumerable<RowTileRun> runs) => [.. runs.Select(run =>
        $"{run.Start} {run.Count} x {run.Tile.Rows}: {string.Join("; ", run.Tile.Segments.Select(Show))}")];

    private static string Show(Segment segment) =>
        $"{segment.VectorOffset} {segment.Steps} [{string.Join(" ", segment.Rows.Select(row => $"{row.Row}:{row.Offset}"))}]";
}
