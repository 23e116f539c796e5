using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Convolutions;

namespace StaticNets.Generator.Tests.Plan.Convolutions;

/// <summary>Rows of results as convolutions cut them into tiles.</summary>
internal static class RowTilings
{
    /// <summary>How a window moves, and the channels under it.</summary>
    public static readonly Gen<(WindowAxis Axis, int Channels)> Axes =
        from input in Gen.Int[1, 70]
        from window in Gen.Int[1, 9]
        from stride in Gen.Int[1, 4]
        from dilation in Gen.Int[1, 11]
        from isCausal in Gen.Int[0, 2]
        from channels in Gen.Int[1, 3]
        select (isCausal == 0
            ? WindowAxis.Causal(input, window, stride, stride > 1 ? 1 : dilation)
            : new WindowAxis(input, window, stride, stride > 1 ? 1 : dilation, same: true), channels);

    /// <summary>
    /// All the rows of a convolution: of its results, of its operand's gradient as a whole, and of that by phases of the stride.
    /// </summary>
    public static IEnumerable<RowTiling> All(WindowAxis axis, int channels = 1) =>
    [
        Forward(axis, channels),
        Backward(axis, channels),
        .. Enumerable.Range(0, Math.Min(axis.Stride, axis.Input)).Select(phase => Phase(axis, phase, channels)),
    ];

    public static RowTiling Forward(WindowAxis axis, int channels = 1) => Tiling(
        axis.Output,
        axis,
        channels,
        (position, tap) => axis.Covers(position, tap) ? axis.Position(position, tap) : null,
        1,
        axis.Stride,
        axis.Input / axis.Stride);

    public static RowTiling Backward(WindowAxis axis, int channels = 1) => Tiling(
        axis.Input,
        axis,
        channels,
        (position, tap) => axis.Result(position, axis.Window - 1 - tap),
        axis.Stride,
        1,
        axis.Output * axis.Stride);

    public static RowTiling Phase(WindowAxis axis, int phase, int channels = 1) => Tiling(
        (axis.Input - phase + axis.Stride - 1) / axis.Stride,
        axis,
        channels,
        (position, tap) => axis.Result((position * axis.Stride) + phase, axis.Window - 1 - tap),
        1,
        1,
        axis.Output);

    public static RowTiling With(this RowTiling tiling, int shortestRun, Func<int, int, int?>? scalarOffset = null) => new()
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

    /// <summary>
    /// The products of a row as they are defined: position, place of the vector operand, place of the scalar operand; position by position,
    /// in the order of summation.
    /// </summary>
    public static IEnumerable<(int Position, int Vector, int Scalar)> Defined(RowTiling tiling) =>
        from position in Enumerable.Range(0, tiling.Positions)
        from tap in Enumerable.Range(0, tiling.Taps)
        let scalar = tiling.ScalarOffset(position, tap)
        where scalar is not null
        from step in Enumerable.Range(0, tiling.StepsPerTap)
        select (position, ((tap * tiling.StepsPerTap) + step) * tiling.VectorStep, scalar.Value + step);

    /// <summary>The products of a tile, in the order in which it adds them.</summary>
    public static IEnumerable<(int Position, int Vector, int Scalar)> Products(RowTiling tiling, RowTile tile, int start) =>
        from segment in tile.Segments
        from step in Enumerable.Range(0, segment.Steps)
        from row in segment.Rows
        select (start + row.Row, segment.VectorOffset + (step * tiling.VectorStep), tiling.Origin(start) + row.Offset + step);

    /// <summary>Where the tiles of runs begin, in their order.</summary>
    public static IEnumerable<(int Start, RowTile Tile)> Tiles(IEnumerable<RowTileRun> runs) =>
        runs.SelectMany(run => Enumerable.Range(0, run.Count).Select(i => (run.Start + (i * run.Tile.Rows), run.Tile)));

    private static RowTiling Tiling(
        int positions,
        WindowAxis axis,
        int channels,
        Func<int, int, int?> scalarPosition,
        int period,
        int periodPositions,
        int shortestRun) => new()
    {
        Positions = positions,
        Taps = axis.Window,
        StepsPerTap = channels,
        VectorStep = 1,
        ScalarOffset = (position, tap) => scalarPosition(position, tap) * channels,
        Period = period,
        PeriodOffset = periodPositions * channels,
        ShortestRun = shortestRun,
    };
}
