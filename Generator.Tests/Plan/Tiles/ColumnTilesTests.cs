using System.Linq;
using CsCheck;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Tiles;

/// <summary>Columns cut into tiles of vectors, the last of which is exact.</summary>
public sealed class ColumnTilesTests
{
    private static readonly Gen<(Flavour Flavour, int Columns, int Vectors)> s_cases =
        Gen.Select(Cases.Flavours, Cases.Lengths, Gen.Int[1, 8]);

    [Fact]
    public void Each_column_is_in_one_tile_and_tiles_are_in_order() =>
        s_cases.Sample(of => Cases.Pieces(ColumnTiles.Of(of.Flavour, of.Columns, of.Vectors)).Cover(of.Columns));

    [Fact]
    public void No_tile_has_more_vectors_than_asked_for() =>
        s_cases.Sample(of => ColumnTiles.Of(of.Flavour, of.Columns, of.Vectors).All(run => run.Tile.Vectors <= of.Vectors));

    [Fact]
    public void Only_the_last_vector_of_all_has_lanes_that_do_not_count() => s_cases.Sample(of =>
    {
        ColumnTile[] tiles =
        [
            .. ColumnTiles.Of(of.Flavour, of.Columns, of.Vectors).SelectMany(run => Enumerable.Repeat(run.Tile, run.Count)),
        ];
        return tiles.SkipLast(1).All(tile => tile.TailLanes == of.Flavour.Lanes)
            && tiles.All(tile => Enumerable.Range(0, tile.Vectors).Sum(tile.LanesOf) == tile.Columns);
    });
}
