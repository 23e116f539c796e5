using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Tests.Plan.Tiles;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Convolutions;

/// <summary>Rows of results cut into tiles.</summary>
public sealed class RowTilingTests
{
    private static readonly Gen<((WindowAxis Axis, int Channels) Row, int MostRows)> s_cases = Gen.Select(RowTilings.Axes, Gen.Int[1, 12]);

    [Fact]
    public void Each_position_is_in_one_tile_and_tiles_are_in_order() => ForAll((tiling, mostRows) =>
        Assert.True(Pieces(Exact(tiling, mostRows)).Cover(tiling.Positions)));

    /// <summary>What the tiles add is what a convolution is, product by product, and each position meets its taps in their order.</summary>
    [Fact]
    public void Tiles_have_the_products_of_their_positions() => ForAll((tiling, mostRows) =>
        Assert.Equal(
            RowTilings.Defined(tiling),
            RowTilings.Tiles(Exact(tiling, mostRows))
                .SelectMany(tile => RowTilings.Products(tiling, tile.Tile, tile.Start))
                .OrderBy(product => product.Position)));

    [Fact]
    public void Leaping_over_equal_tiles_finds_what_going_from_tile_to_tile_finds() => ForAll((tiling, mostRows) =>
        Assert.Equal(Show(Exact(tiling.With(shortestRun: 0), mostRows)), Show(Exact(tiling, mostRows))));

    /// <summary>Where edges would be too long, positions are looked at tap by tap: they still come once and in order.</summary>
    [Fact]
    public void A_row_with_few_products_laid_out_has_the_same_positions() => s_cases.Sample(of =>
    {
        RowTiling tiling = RowTilings.Forward(of.Row.Axis, of.Row.Channels);
        IReadOnlyList<RowTileRun> runs = tiling.Tiles(of.MostRows, 1, mostProducts: of.MostRows);
        bool isShort = runs.Sum(run => run.Tile.Products) <= of.MostRows;
        return Pieces(runs).Cover(tiling.Positions) && (isShort || runs.All(run => run.IsStepwise || run.Tile.Segments.Count <= 1));
    });

    /// <summary>A quarter of an hour of sound in 251 taps: some hundred tiles are looked at instead of a million.</summary>
    [Fact]
    public void A_long_row_is_cut_without_looking_at_each_tile()
    {
        WindowAxis axis = new(16_000_000, 251, 1, 1, same: true);
        int looks = 0;
        RowTiling tiling = RowTilings.Forward(axis).With(axis.Input, (position, tap) =>
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
        RowTiling tiling = RowTilings.Forward(WindowAxis.Causal(32_768, 262_144, 1, 3));

        Assert.Null(tiling.ExactTiles(12, 1));
        RowTileRun run = Assert.Single(tiling.Tiles(12, 1, int.MaxValue));
        Assert.True(run.IsStepwise);
        Assert.Equal((0, 32_768), (run.Start, run.End));
    }

    private static void ForAll(Action<RowTiling, int> check) => s_cases.Sample(
        of =>
        {
            foreach (RowTiling tiling in RowTilings.All(of.Row.Axis, of.Row.Channels))
            {
                check(tiling, Math.Max(tiling.Period, of.MostRows));
            }
        },
        iter: 1000);

    private static IReadOnlyList<RowTileRun> Exact(RowTiling tiling, int mostRows) => tiling.Tiles(mostRows, tiling.Period, int.MaxValue);

    private static IEnumerable<(int Start, int End)> Pieces(IEnumerable<RowTileRun> runs) =>
        RowTilings.Tiles(runs).Select(tile => (tile.Start, tile.Start + tile.Tile.Rows));

    private static string[] Show(IEnumerable<RowTileRun> runs) => [.. runs.Select(run =>
        $"{run.Start} {run.Count} x {run.Tile.Rows}: " + string.Join("; ", run.Tile.Segments.Select(segment =>
            $"{segment.VectorOffset} {segment.Steps} [{string.Join(" ", segment.Rows.Select(row => $"{row.Row}:{row.Offset}"))}]")))];
}
