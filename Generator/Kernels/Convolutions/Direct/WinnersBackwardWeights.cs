using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the kernel's gradient of a direct convolution behind a fused max-pooling from the windows' winners alone: a window takes one
/// multiply-add for each tap instead of one for each of its positions. Where a window lies on so few floats of two input rows that
/// registers hold them, each lane picks the value that its winner saw. An image at a time, as
/// <see cref="ConvolutionBackwardWeights"/> does.
/// </summary>
internal sealed class WinnersBackwardWeights
{
    private static int Lanes => Flavour.Widest.Lanes;

    private static readonly TileNames s_names = new("dw", "x", "dy");

    private readonly ConvolutionShape _shape;
    private readonly Penalty _penalty;
    private readonly PaddedInput _input;
    private readonly Flavour _flavour;
    private readonly TileGrid _grid;
    private readonly ImageBlocks _blocks;
    private readonly int _poolWidth;

    public WinnersBackwardWeights(ConvolutionShape shape, Flavour flavour, Penalty penalty)
    {
        _shape = shape;
        _penalty = penalty;
        _flavour = flavour;
        _poolWidth = shape.Pool!.Value.Horizontal;
        var tiling = new WinnersGradientTiling(shape, flavour);
        _input = tiling.Input;
        RowResults = tiling.RowResults;
        _grid = tiling.Grid;
        _blocks = tiling.Blocks;
    }

    /// <summary>Rows of the gradient that belong to a row of the kernel: (tap, channel) pairs.</summary>
    private int RowResults { get; }

    public int Tiles => _grid.Count;

    public void Write(SourceWriter writer)
    {
        PenaltyGradient.Declare(writer, _penalty);
        if (_input.IsNeeded)
        {
            writer.Line("if (tile0 == tile1) return;");
            _input.WriteClear(writer, _flavour, _blocks.Images);
        }

        _blocks.Write(
            writer,
            _input.IsNeeded ? image => WriteCopy(writer, image) : null,
            () => _grid.Write(
                writer,
                (rows, columns, place) => WriteTile(writer, rows.Size / RowResults, columns.Tile, place),
                _blocks.FirstTile,
                _blocks.LastTile));
    }

    private void WriteCopy(SourceWriter writer, IndexSum image)
    {
        writer.Refer("xn", "x", At.Times("n", _shape.Input.Size), _shape.Input);
        _input.WriteCopy(writer, _flavour.Fit(_shape.Horizontal.Input * _shape.Channels), image);
    }

    private int Place(int winner) => winner >= WinnersGradientTiling.PooledRows * _poolWidth
        ? 0
        : (winner / _poolWidth * Lanes) + (winner % _poolWidth * _shape.Horizontal.Stride * _shape.Channels);

    private void WriteTile(SourceWriter writer, int kernelRows, ColumnTile columns, TilePlace place)
    {
        int filters = _shape.Filters;
        IndexSum at = At.Times(place.Row, filters) + place.Column;
        writer.Refer("dwt", "dw", at);
        var tile = new TileEmitter(writer, columns, kernelRows * RowResults, s_names);
        tile.DeclareZero();
        _blocks.WriteSums(writer, LongTile.Of(writer, tile), r => r * filters, () => WriteSum(writer, tile, place, kernelRows));
        if (!_penalty.IsNone)
        {
            using (writer.Block($"if ({_blocks.AtLast})"))
            {
                writer.Refer("wt", "w", at);
                tile.ApplyAt(
                    r => r * filters,
                    (sum, offset) => PenaltyGradient.Add(columns.Flavour, _penalty, sum, columns.Flavour.Load("wt", offset)));
            }
        }

        tile.Store("dwt", r => r * filters);
    }

    private void WriteSum(SourceWriter writer, TileEmitter tile, TilePlace place, int kernelRows)
    {
        IndexSum kernelRow = place.Row.IsNumber
            ? IndexSum.Of(place.Row.Number / RowResults)
            : IndexSum.Of($"{place.Row} / {Literal.Int(RowResults)}");
        string h = At.Times("oh", WinnersGradientTiling.PooledRows * _shape.Vertical.Stride) + (kernelRow * _shape.Vertical.Dilation);
        string window = At.Times("oh", _shape.Output[1] * _shape.Filters) + place.Column;
        _input.ReferImage(writer, _blocks);
        writer.Refer("dyn", "dy", At.Times("n", _shape.Output.Size), _shape.Output);
        writer.Refer("winnersN", "winners", At.Times("n", _shape.Output.Size));
        using (writer.Block($"for (int oh = 0; oh < {Literal.Int(_shape.Output[0])}; oh++)"))
        {
            writer.Refer("xi", "xImage", At.Times(h, _input.RowFloats));
            writer.Refer("dyi", "dyn", window);
            writer.Refer("winnersI", "winnersN", window);
            DeclarePlaces(writer);
            var sums = LongTile.Of(writer, tile);
            _blocks.OverRow(writer, sums, "ow", 0, _shape.Output[1], 1, () =>
            {
                WriteWindow(writer, tile, kernelRows);
                writer.Line($"xi = {At.Ref("xi", _poolWidth * _shape.Horizontal.Stride * _shape.Channels)};");
                writer.Line($"dyi = {At.Ref("dyi", _shape.Filters)};");
                writer.Line($"winnersI = {At.Ref("winnersI", _shape.Filters)};");
            });
            _blocks.EndRow(writer, sums);
        }
    }

    // A row at a time: no call lies between here and its use, across which it would stand on the stack.
    private void DeclarePlaces(SourceWriter writer)
    {
        writer.Line("// where the winner's first value stands in two rows of the input, 16 floats each");
        string places = string.Join(", ", Enumerable.Range(0, Lanes).Select(winner => Literal.Int(Place(winner))));
        writer.Line($"Vector512<int> places = Vector512.Create({places});");
    }

    private void WriteWindow(SourceWriter writer, TileEmitter tile, int kernelRows)
    {
        writer.Line($"Vector512<float> dy0 = {_flavour.Load("dyi")};");
        writer.Line($"Vector512<int> place = VectorTable.Pick(places, {_flavour.Load("winnersI")});");
        int[] upper = Enumerable.Range(0, kernelRows).Select(kh => kh * _shape.Vertical.Dilation).ToArray();
        foreach (int row in upper.Concat(upper.Select(row => row + _shape.Vertical.Stride)).Distinct().OrderBy(row => row))
        {
            writer.Line($"Vector512<float> x{Literal.Int(row)} = {_flavour.Load("xi", row * _input.RowFloats)};");
        }

        for (int i = 0; i < RowResults; i++)
        {
            int right = (i / _shape.Channels * _shape.Horizontal.Dilation * _shape.Channels) + (i % _shape.Channels);
            string places = right == 0 ? "place" : "place" + Literal.Int(i);
            if (right > 0)
            {
                writer.Line($"Vector512<int> {places} = place + Vector512.Create({Literal.Int(right)});");
            }

            for (int kh = 0; kh < kernelRows; kh++)
            {
                string result = tile.Result((kh * RowResults) + i, 0);
                string seen = $"VectorTable.Pick(x{Literal.Int(upper[kh])}, x{Literal.Int(upper[kh] + _shape.Vertical.Stride)}, {places})";
                writer.Line($"{result} = {_flavour.MultiplyAdd(seen, "dy0", result)};");
            }
        }
    }
}
