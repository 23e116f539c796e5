using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the kernel's gradient of a direct convolution. An image at a time, or some small ones, so that it is read from the cache; the tile
/// of the gradient goes on from what the images before left, so every element is one sum over the batch in order. The last image adds the
/// penalty's gradient. Behind a fused max-pooling the gradient may be taken from the windows' winners: each position of the window in turn,
/// for the lanes where it won. A padded input is copied first.
/// </summary>
internal sealed class ConvolutionBackwardWeights
{
    private static readonly TileNames s_names = new("dw", "x", "dz");

    private readonly ConvolutionShape _shape;
    private readonly Penalty _penalty;
    private readonly TapGrouping _grouping;
    private readonly TileGrid _grid;
    private readonly bool _readsWinners;
    private readonly PaddedInput _input;
    private readonly Flavour _widest;
    private readonly ImageBlocks _blocks;

    public ConvolutionBackwardWeights(ConvolutionShape shape, Flavour widest, Penalty penalty, bool readsWinners)
    {
        _readsWinners = readsWinners;
        _widest = widest;
        _shape = shape;
        _penalty = penalty;
        var tiling = new ConvolutionGradientTiling(shape, widest);
        _input = tiling.Input;
        _grouping = tiling.Grouping;
        _grid = tiling.Grid;
        _blocks = tiling.Blocks;
    }

    public int Tiles => _grid.Count;

    public void Write(SourceWriter writer)
    {
        PenaltyGradient.Declare(writer, _penalty);
        if (_input.IsNeeded)
        {
            writer.Line("if (tile0 == tile1) return;");
            _input.WriteClear(writer, _widest, _blocks.Images);
        }

        _blocks.Write(
            writer,
            _input.IsNeeded ? image => WriteCopy(writer, image) : null,
            () => _grid.Write(
                writer,
                (rows, columns, place) => WriteTile(writer, rows.Size, columns.Tile, place),
                _blocks.FirstTile,
                _blocks.LastTile));
    }

    private void WriteCopy(SourceWriter writer, IndexSum image)
    {
        writer.Refer("xn", "x", At.Times("n", _shape.Input.Size), _shape.Input);
        _input.WriteCopy(writer, _widest.Fit(_shape.Horizontal.Input * _shape.Channels), image);
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns, TilePlace place)
    {
        int filters = _shape.Filters;
        string group = _grouping.Groups > 1 ? "group" : "0";
        IndexSum at = At.Times(At.Times(group, _grouping.Rows) + place.Row, filters) + place.Column;
        writer.Refer("dwt", "dw", at);
        var tile = new TileEmitter(writer, columns, rows, s_names);
        tile.DeclareZero();
        _grouping.DeclareTap(writer);
        _blocks.WriteSums(writer, LongTile.Of(writer, tile), r => r * filters, () =>
        {
            DeclareImage(writer);
            if (_readsWinners)
            {
                WriteWinners(writer, tile, place);
            }
            else
            {
                WriteSum(writer, tile, place, new GradientRead("dz", _shape.ComputedColumns, 1, 1, "0", "0", null));
            }
        });
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

    /// <summary>Declares where image n's values stand.</summary>
    private void DeclareImage(SourceWriter writer)
    {
        _input.ReferImage(writer, _blocks);
        if (_readsWinners)
        {
            writer.Refer("dyn", "dy", At.Times("n", _shape.Output.Size), _shape.Output);
            writer.Refer("winnersN", "winners", At.Times("n", _shape.Output.Size));
        }
        else
        {
            var gradient = new Shape(_shape.ComputedRows, _shape.ComputedColumns, _shape.Filters);
            writer.Refer("dzn", "dz", At.Times("n", gradient.Size), gradient);
        }
    }

    /// <summary>The sum over each position of the window, one after the other.</summary>
    private void WriteWinners(SourceWriter writer, TileEmitter tile, TilePlace place)
    {
        (int height, int width) = _shape.Pool!.Value;
        Flavour flavour = tile.Columns.Flavour;
        using (writer.Block($"for (int position = 0; position < {Literal.Int(height * width)}; position++)"))
        {
            writer.Line($"int down = {(width == 1 ? "position" : $"position / {Literal.Int(width)}")};");
            writer.Line($"int right = {(width == 1 ? "0" : $"position % {Literal.Int(width)}")};");
            writer.Line($"{flavour.Type} winner = {flavour.Broadcast("(float)position")};");
            var gate = new Gate("winnersI", "winner");
            WriteSum(writer, tile, place, new GradientRead("dy", _shape.Output[1], height, width, "down", "right", gate));
            if (_blocks.IsLong)
            {
                LongTile.Of(writer, tile).AddBlock();
            }
        }
    }

    private void WriteSum(SourceWriter writer, TileEmitter tile, TilePlace tilePlace, GradientRead read)
    {
        long rowFloats = _input.RowFloats;
        string oh = At.Sum(At.Times("oh", read.Height), read.Down);
        string h = At.Sum(At.Times(oh, _shape.Vertical.Stride), _grouping.VerticalTap(_shape.Vertical.Dilation));
        string w = At.Sum(At.Times(read.Right, _shape.Horizontal.Stride), _grouping.HorizontalTap(_shape.Horizontal.Dilation));
        using (writer.Block($"for (int oh = 0; oh < {Literal.Int(_shape.ComputedRows / read.Height)}; oh++)"))
        {
            string place = At.Sum(At.Times(h, rowFloats), At.Times(w, _shape.Channels));
            string gradient = At.Times("oh", read.Columns * _shape.Filters) + tilePlace.Column;
            writer.Refer("xi", "xImage", _grouping.IsWhole ? place : At.Sum(place, tilePlace.Row));
            writer.Refer(read.Name + "i", read.Name + "n", gradient);
            if (read.Gate is { } gate)
            {
                writer.Refer(gate.Reference, "winnersN", gradient);
            }

            IReadOnlyList<ActiveRow> rows = _grouping.IsWhole
                ? Enumerable.Range(0, tile.Rows).Select(r => new ActiveRow(r, _grouping.WholeOffset(r))).ToArray()
                : tile.AllRows(1);
            var sums = LongTile.Of(writer, tile);
            var stride = new Stride(read.Width * _shape.Horizontal.Stride * _shape.Channels, _shape.Filters);
            int columns = _shape.ComputedColumns / read.Width;
            _blocks.OverRow(
                writer, sums, "ow", 0, columns, 1, () => tile.AddStep(rows, stride, "xi", read.Name + "i", read.Gate));
            _blocks.EndRow(writer, sums);
        }
    }

    /// <summary>How the gradient is read: in full, or one position of each pooling window.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Columns">Columns of what is read.</param>
    /// <param name="Height">Results from one row of what is read to the next.</param>
    /// <param name="Width">Results from one column to the next.</param>
    /// <param name="Down">The position in the window: rows.</param>
    /// <param name="Right">The position in the window: columns.</param>
    /// <param name="Gate">Which lanes won at this position.</param>
    private sealed record GradientRead(string Name, int Columns, int Height, int Width, string Down, string Right, Gate? Gate);
}
