using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Depthwise;

/// <summary>
/// Emits the kernel's gradient. A tile is some kernel rows of one vector of channels, all of whose taps are in registers. It goes along the
/// rows of an image, or of some small ones, some results at a time, whose gradients are loaded once for all taps, and on from what the
/// images before left, so that every element is one sum over the batch in order. The last image adds the penalty's gradient.
/// </summary>
internal sealed class DepthwiseBackwardWeights
{
    private readonly DepthwiseShape _shape;
    private readonly Penalty _penalty;
    private readonly Flavour _flavour;
    private readonly IReadOnlyList<PixelTile> _tiles;
    private readonly TileGrid _grid;
    private readonly bool _isTapByTap;
    private readonly ImageBlocks _blocks;

    public DepthwiseBackwardWeights(DepthwiseShape shape, Flavour widest, Penalty penalty)
    {
        _shape = shape;
        _penalty = penalty;
        _flavour = widest.Fit(shape.Channels);
        var tiling = new DepthwiseGradientTiling(shape, _flavour);
        _tiles = tiling.Tiles;
        _grid = tiling.Grid;
        _blocks = tiling.Blocks;
        _isTapByTap = tiling.IsTapByTap;
    }

    public int Tiles => _grid.Count;

    private int Width => _isTapByTap ? 1 : _shape.Horizontal.Window;

    public void Write(SourceWriter writer)
    {
        PenaltyGradient.Declare(writer, _penalty);
        _blocks.Write(
            writer,
            null,
            () => _grid.Write(
                writer,
                (rows, columns, place) => WriteTile(writer, rows.Size, columns.Tile, place),
                _blocks.FirstTile,
                _blocks.LastTile));
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile column, TilePlace place)
    {
        int channels = _shape.Channels;
        IndexSum taps = _isTapByTap ? At.Times("group", channels) : At.Times(place.Row, _shape.Horizontal.Window * channels);
        IndexSum at = taps + place.Column;
        writer.Refer("dwt", "dw", at);
        Each(rows, (name, _) => writer.Line($"{_flavour.Type} {name} = {_flavour.Zero};"));
        string[][] registers = [.. Enumerable.Range(0, rows * Width).Select(i => new[] { Name(i / Width, i % Width) })];
        var sums = new LongTile(writer, _flavour, registers);
        _blocks.WriteSums(writer, sums, i => i * channels, () =>
        {
            writer.Refer("xn", "x", At.Times("n", _shape.Input.Size), _shape.Input);
            writer.Refer("dzn", "dz", At.Times("n", _shape.Output.Size), _shape.Output);
            if (_isTapByTap)
            {
                WriteTap(writer, place.Column, sums);
            }
            else
            {
                WriteSum(writer, rows, place, sums);
            }
        });
        if (!_penalty.IsNone)
        {
            using (writer.Block($"if ({_blocks.AtLast})"))
            {
                writer.Refer("wt", "w", at);
                Each(rows, (name, offset) =>
                    writer.Line($"{name} = {PenaltyGradient.Add(_flavour, _penalty, name, _flavour.Load("wt", offset))};"));
            }
        }

        Each(rows, (name, offset) => VectorStore.Write(writer, _flavour, name, "dwt", offset, column.TailLanes));
    }

    private void WriteSum(SourceWriter writer, int rows, TilePlace place, LongTile sums)
    {
        int channels = _shape.Channels;
        using (writer.Block($"for (int oh = 0; oh < {Literal.Int(_shape.Vertical.Output)}; oh++)"))
        {
            writer.Refer("dzRow", "dzn", At.Times("oh", _shape.Horizontal.Output * channels) + place.Column);
            writer.Line($"int h = {InputPosition.Of(_shape.Vertical, "oh", place.Row)};");
            foreach (PixelTile tile in _tiles)
            {
                RowTileRun run = tile.Run;
                if (run.Count > 1)
                {
                    _blocks.OverRow(
                        writer,
                        sums,
                        "p",
                        run.Start,
                        run.End,
                        tile.Positions,
                        () => WritePositions(writer, tile, "p", rows, place.Column));
                    continue;
                }

                using (writer.BlockIf(_tiles.Count > 1))
                {
                    WritePositions(writer, tile, Literal.Int(run.Start), rows, place.Column);
                }
            }

            _blocks.EndRow(writer, sums);
        }
    }

    private void WritePositions(SourceWriter writer, PixelTile tile, string position, int rows, IndexSum column)
    {
        int channels = _shape.Channels;
        int pixelStep = _shape.Horizontal.Stride * channels;
        string place = position == "p" ? At.Times("p", channels) : Literal.Int(tile.Run.Start * channels);
        string pixel = position == "p" ? At.Times("p", pixelStep) : Literal.Int(tile.Run.Start * pixelStep);
        writer.Refer("dzt", "dzRow", place);
        for (int p = 0; p < tile.Positions; p++)
        {
            writer.Line($"{_flavour.Type} dz{Literal.Int(p)} = {_flavour.Load("dzt", p * channels)};");
        }

        for (int row = 0; row < rows; row++)
        {
            string h = At.Sum("h", row * _shape.Vertical.Dilation);
            string inside = $"if ({h} >= 0 && {h} < {Literal.Int(_shape.Vertical.Input)})";
            using (writer.Block(_shape.Vertical.IsPadded ? inside : ""))
            {
                string inRow = At.Sum(At.Times(h, _shape.Horizontal.Input * channels), pixel);
                writer.Refer("xt", "xn", At.Sum(inRow, column));
                foreach (TilePixel read in tile.Pixels)
                {
                    string value = "x" + Literal.Int(read.Offset - tile.Pixels[0].Offset);
                    writer.Line($"{_flavour.Type} {value} = {_flavour.Load("xt", read.Offset * channels)};");
                    foreach ((int p, int tap) in read.Products)
                    {
                        string result = Name(row, tap);
                        writer.Line($"{result} = {_flavour.MultiplyAdd(value, "dz" + Literal.Int(p), result)};");
                    }
                }
            }
        }
    }

    /// <summary>One tap alone, for kernels too wide for registers.</summary>
    private void WriteTap(SourceWriter writer, IndexSum column, LongTile sums)
    {
        int channels = _shape.Channels;
        string width = Literal.Int(_shape.Horizontal.Window);
        writer.Line($"int down = {At.Times($"(group / {width})", _shape.Vertical.Dilation)};");
        writer.Line($"int right = {At.Times($"(group % {width})", _shape.Horizontal.Dilation)};");
        using (writer.Block($"for (int oh = 0; oh < {Literal.Int(_shape.Vertical.Output)}; oh++)"))
        {
            writer.Line($"int h = {At.Sum(At.Sum(At.Times("oh", _shape.Vertical.Stride), "down"), -_shape.Vertical.Before)};");
            writer.Line($"if (h < 0 || h >= {Literal.Int(_shape.Vertical.Input)}) continue; // padding");
            _blocks.OverRow(writer, sums, "ow", 0, _shape.Horizontal.Output, 1, () =>
            {
                string across = At.Sum(At.Sum(At.Times("ow", _shape.Horizontal.Stride), "right"), -_shape.Horizontal.Before);
                writer.Line($"int across = {across};");
                writer.Line($"if (across < 0 || across >= {Literal.Int(_shape.Horizontal.Input)}) continue; // padding");
                IndexSum read = At.Times(At.Sum(At.Times("h", _shape.Horizontal.Input), "across"), channels) + column;
                IndexSum result = At.Times(At.Sum(At.Times("oh", _shape.Horizontal.Output), "ow"), channels) + column;
                string x = _flavour.Load("xn", read);
                string dz = _flavour.Load("dzn", result);
                writer.Line($"dw0_0 = {_flavour.MultiplyAdd(x, dz, "dw0_0")};");
            });
            _blocks.EndRow(writer, sums);
        }
    }

    private void Each(int rows, Action<string, int> write)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int tap = 0; tap < Width; tap++)
            {
                write(Name(row, tap), ((row * Width) + tap) * _shape.Channels);
            }
        }
    }

    private static string Name(int row, int tap) => $"dw{Literal.Int(row)}_{Literal.Int(tap)}";
}
