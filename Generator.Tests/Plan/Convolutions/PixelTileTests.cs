using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Convolutions;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Convolutions;

/// <summary>The products of a depthwise kernel row by the pixels that they read.</summary>
public sealed class PixelTileTests
{
    [Fact]
    public void Each_pixel_is_read_once_from_left_to_right() => ForAll((_, tile) =>
        Assert.Equal(tile.Pixels.Select(pixel => pixel.Offset).Distinct().Order(), tile.Pixels.Select(pixel => pixel.Offset)));

    [Fact]
    public void Its_products_are_those_of_the_row_and_each_position_meets_its_taps_in_order() => ForAll((tiling, tile) =>
    {
        IEnumerable<(int, int, int)> products =
            from pixel in tile.Pixels
            from product in pixel.Products
            select (tile.Run.Start + product.Position, product.Tap, tiling.Origin(tile.Run.Start) + pixel.Offset);
        IEnumerable<(int, int, int)> defined = RowTilings.Defined(tiling)
            .Where(product => product.Position >= tile.Run.Start && product.Position < tile.Run.Start + tile.Positions);
        Assert.Equal(defined, products.OrderBy(product => product.Item1));
        Assert.Equal(defined.Select(product => product.Item2).Distinct().Order(), tile.Taps);
    });

    private static void ForAll(Action<RowTiling, PixelTile> check) => Gen.Select(RowTilings.Axes, Gen.Int[1, 12]).Sample(
        (row, mostPositions) =>
        {
            WindowAxis axis = row.Axis;
            foreach (RowTiling tiling in RowTilings.All(axis))
            {
                foreach (PixelTile tile in PixelTile.Of(tiling, Math.Max(tiling.Period, mostPositions), tiling.Period, int.MaxValue)!)
                {
                    check(tiling, tile);
                }
            }
        },
        iter: 300);
}
