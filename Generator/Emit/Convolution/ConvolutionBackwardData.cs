using StaticNets.Generator.Emit.Tiles;

namespace StaticNets.Generator.Emit.Convolution;

/// <summary>
/// Emits the input's gradient of a direct convolution, gathered for each input position from the results it took part in. The weights are transposed,
/// and their taps turned round along the row, so that what is summed stands in one run.
/// </summary>
internal sealed class ConvolutionBackwardData(ConvolutionShape shape, Flavour widest, int unrollBudget, bool accumulates)
{
    private static readonly TileNames s_names = new("dx", "dz", "wt");

    private readonly Flavour _flavour = widest.Fit(shape.Channels);

    public const string Parameters = "ref float dz, ref float wt, ref float dx, int n0, int n1";

    public void Write(SourceWriter writer)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            int convolved = shape.ComputedRows * shape.ComputedColumns * shape.Filters;
            writer.Line($"ref float dzn = {At.Ref("dz", At.Times("n", convolved))}; // ({Literal.Int(shape.ComputedRows)}, {Literal.Int(shape.ComputedColumns)}, {Literal.Int(shape.Filters)})");
            writer.Line($"ref float dxn = {At.Ref("dx", At.Times("n", shape.Input.Size))}; // {shape.Input}");
            using (writer.Block($"for (int h = 0; h < {Literal.Int(shape.Vertical.Input)}; h++)"))
            {
                writer.Line($"ref float dxRow = {At.Ref("dxn", At.Times("h", shape.Horizontal.Input * shape.Channels))};");
                Row(writer).Write();
            }
        }
    }

    private RowKernel Row(SourceWriter writer)
    {
        int taps = shape.Horizontal.Window;
        return new RowKernel
        {
            Writer = writer,
            Flavour = _flavour,
            UnrollBudget = unrollBudget,
            Names = s_names,
            Columns = shape.Channels,
            RowMultiple = shape.Horizontal.Stride,
            Tiling = new RowTiling
            {
                Positions = shape.Horizontal.Input,
                Taps = taps,
                StepsPerTap = shape.Filters,
                VectorStep = shape.Channels,
                ScalarOffset = (position, tap) => ResultColumn(position, taps - 1 - tap) is int column ? column * shape.Filters : null,
                Period = shape.Horizontal.Stride,
                PeriodOffset = shape.Filters,
            },
            OuterTaps = shape.Vertical.Window,
            OuterVectorStep = taps * shape.Filters * shape.Channels,
            OpenOuterTap = OpenOuterTap,
            OpenInnerTap = OpenInnerTap,
            UnrolledOuterRow = null,
            Begin = (tile, _) => tile.DeclareZero(),
            Finish = (tile, _, columns, position, column) =>
            {
                string place = position == "p" ? At.Times("p", shape.Channels) : Literal.Int(int.Parse(position) * shape.Channels);
                writer.Line($"ref float dxt = {At.Ref("dxRow", At.Sum(place, column))};");
                if (accumulates)
                {
                    tile.ApplyAt(r => r * shape.Channels, (result, offset) => $"{result} + {columns.Flavour.Load("dxt", offset)}");
                }

                tile.Store("dxt", r => r * shape.Channels);
            },
        };
    }

    /// <summary>The column of results that read an input column under a tap, or null.</summary>
    private int? ResultColumn(int position, int tap) =>
        shape.Horizontal.Result(position, tap) is int column && column < shape.ComputedColumns ? column : null;

    private void OpenInnerTap(SourceWriter writer)
    {
        // Taps stand in reverse order.
        ResultPosition.Write(writer, shape.Horizontal, shape.ComputedColumns, "column", "p", $"({Literal.Int(shape.Horizontal.Window - 1)} - t)");
        writer.Line($"ref float dzt = {At.Ref("dzRow", At.Times("column", shape.Filters))};");
    }

    private void OpenOuterTap(SourceWriter writer)
    {
        ResultPosition.Write(writer, shape.Vertical, shape.ComputedRows, "oh", "h", "k");
        writer.Line($"ref float dzRow = {At.Ref("dzn", At.Times("oh", shape.ComputedColumns * shape.Filters))};");
    }
}
