using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Emit.Convolution;

/// <summary>
/// Emits the kernel's gradient of a direct convolution. An image at a time, so that it is read from the cache; the tile of the gradient goes on from
/// what the images before left, so every element is one sum over the batch in order. The last image adds the penalty's gradient.
/// </summary>
internal sealed class ConvolutionBackwardWeights
{
    private static readonly TileNames s_names = new("dw", "x", "dz");

    private readonly ConvolutionShape _shape;
    private readonly Penalty _penalty;
    private readonly TapGrouping _grouping;
    private readonly TileGrid _grid;

    public ConvolutionBackwardWeights(ConvolutionShape shape, Flavour widest, Penalty penalty)
    {
        _shape = shape;
        _penalty = penalty;
        Flavour flavour = widest.Fit(shape.Filters);
        _grouping = TapGrouping.Of(shape, flavour);
        TileShape tile = TileShape.Choose(flavour, _grouping.Rows, shape.Filters);
        _grid = new TileGrid(_grouping.Groups, Split.Balanced(_grouping.Rows, tile.Rows), ColumnTiles.Of(flavour, shape.Filters, tile.Vectors));
    }

    public int Tiles => _grid.Count;

    public string Parameters => $"ref float x, ref float dz, {PenaltyGradient.Parameters(_penalty)}ref float dw, int count, int tile0, int tile1";

    public void Write(SourceWriter writer)
    {
        PenaltyGradient.Declare(writer, _penalty);
        using (writer.Block("for (int n = 0; n < count; n++)"))
        {
            int results = _shape.ComputedRows * _shape.ComputedColumns * _shape.Filters;
            writer.Line($"ref float xn = {At.Ref("x", At.Times("n", _shape.Input.Size))}; // {_shape.Input}");
            writer.Line($"ref float dzn = {At.Ref("dz", At.Times("n", results))}; // ({Literal.Int(_shape.ComputedRows)}, {Literal.Int(_shape.ComputedColumns)}, {Literal.Int(_shape.Filters)})");
            _grid.Write(writer, (rows, columns) => WriteTile(writer, rows.Size, columns.Tile));
        }
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns)
    {
        int filters = _shape.Filters;
        string group = _grouping.Groups > 1 ? "group" : "0";
        string firstRow = At.Sum(At.Product(group, _grouping.Rows), "row");
        writer.Line($"int at = {At.Product(firstRow, filters)} + column;");
        writer.Line("ref float dwt = ref Unsafe.Add(ref dw, at);");
        var tile = new TileEmitter(writer, columns, rows, s_names, 0);
        tile.DeclareZero();
        using (writer.Block("if (n > 0)"))
        {
            tile.Load("dwt", r => r * filters);
        }

        WriteSum(writer, tile);
        if (!_penalty.IsNone)
        {
            using (writer.Block("if (n == count - 1)"))
            {
                writer.Line("ref float wt = ref Unsafe.Add(ref w, at);");
                tile.ApplyAt(r => r * filters, (result, offset) => PenaltyGradient.Add(columns.Flavour, _penalty, result, columns.Flavour.Load("wt", offset)));
            }
        }

        tile.Store("dwt", r => r * filters);
    }

    private void WriteSum(SourceWriter writer, TileEmitter tile)
    {
        (string rowStart, string rowEnd, string columnStart, string columnEnd) = Ranges(writer);
        int rowFloats = _shape.Horizontal.Input * _shape.Channels;
        string h = At.Sum(At.Sum(At.Times("oh", _shape.Vertical.Stride), _grouping.VerticalTap(_shape.Vertical.Dilation)), -_shape.Vertical.Before);
        string w = At.Sum(At.Sum(At.Product(columnStart, _shape.Horizontal.Stride), _grouping.HorizontalTap(_shape.Horizontal.Dilation)), -_shape.Horizontal.Before);
        using (writer.Block($"for (int oh = {rowStart}; oh < {rowEnd}; oh++)"))
        {
            string place = At.Sum(At.Product(h, rowFloats), At.Product(w, _shape.Channels));
            string result = At.Sum(At.Times("oh", _shape.ComputedColumns), columnStart);
            writer.Line($"ref float xi = {At.Ref("xn", _grouping.IsWhole ? place : At.Sum(place, "row"))};");
            writer.Line($"ref float dzi = {At.Ref("dzn", At.Sum(At.Product(result, _shape.Filters), "column"))};");
            IReadOnlyList<ActiveRow> rows = _grouping.IsWhole
                ? Enumerable.Range(0, tile.Rows).Select(r => new ActiveRow(r, _grouping.WholeOffset(r))).ToArray()
                : tile.AllRows(1);
            tile.SumWhile(
                $"for (int ow = {columnStart}; ow < {columnEnd}; ow++)",
                rows,
                new Stride(_shape.Horizontal.Stride * _shape.Channels, _shape.Filters),
                "xi",
                "dzi");
        }
    }

    /// <summary>The results whose value under the group's tap lies on the input.</summary>
    private (string, string, string, string) Ranges(SourceWriter writer)
    {
        string rowEnd = Literal.Int(_shape.ComputedRows);
        string columnEnd = Literal.Int(_shape.ComputedColumns);
        if (!_grouping.IsTapByTap)
        {
            return ("0", rowEnd, "0", columnEnd);
        }

        writer.Line($"int kh = group / {Literal.Int(_shape.Horizontal.Window)};");
        writer.Line($"int kw = group % {Literal.Int(_shape.Horizontal.Window)};");
        WriteRange(writer, "oh", "kh", _shape.Vertical, rowEnd);
        WriteRange(writer, "ow", "kw", _shape.Horizontal, columnEnd);
        return ("oh0", "oh1", "ow0", "ow1");
    }

    private static void WriteRange(SourceWriter writer, string name, string tap, Layers.WindowAxis axis, string end)
    {
        string back = At.Times(tap, axis.Dilation);
        writer.Line($"int {name}0 = Math.Max(0, ({Literal.Int(axis.Before + axis.Stride - 1)} - {back}) / {Literal.Int(axis.Stride)});");
        writer.Line($"int {name}1 = Math.Min({end}, ({Literal.Int(axis.Input - 1 + axis.Before + axis.Stride)} - {back}) / {Literal.Int(axis.Stride)});");
    }
}
