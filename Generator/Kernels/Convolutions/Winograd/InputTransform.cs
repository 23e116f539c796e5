using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits V = B^T x B of one image: from the input's tiles, which overlap by two positions, to frequencies. Columns of the image are
/// transformed once for all tiles that they are in; what they become waits in <c>rows</c>.
/// </summary>
internal sealed class InputTransform(WinogradShape shape, Flavour widest)
{
    private readonly Flavour _flavour = widest.Fit(shape.Convolution.Channels);

    private int Width => shape.Horizontal.Input;

    private int Channels => shape.Convolution.Channels;

    public void Write(SourceWriter writer)
    {
        using (writer.Block($"for (int c = c0; c < c1; c += {Literal.Int(_flavour.Lanes)})"))
        {
            foreach (TileRun run in shape.Vertical.InputRuns())
            {
                ChannelLoop.OverTiles(writer, "th", run, th =>
                {
                    WriteVertical(writer, run, th);
                    foreach (FrequencyGroup group in shape.Vertical.Groups.Where(group => run.Start < group.Tiles))
                    {
                        WriteHorizontal(writer, run, group, th);
                    }
                });
            }
        }
    }

    private void WriteVertical(SourceWriter writer, TileRun run, string th)
    {
        using (writer.Block($"for (int w = 0; w < {Literal.Int(Width)}; w++)"))
        {
            string row = At.Sum(At.Times(th, shape.Vertical.Step), run.FirstPosition - shape.Vertical.Before);
            writer.Refer("xw", "x", At.Sum(At.Times(At.Sum(At.Times(row, Width), "w"), Channels), "c"));
            writer.Refer("rowsW", "rows", At.Times("w", _flavour.Lanes));
            string?[] positions = new string?[run.Results + 2];
            for (int p = run.FirstPosition; p < run.EndPosition; p++)
            {
                positions[p] = "x" + Literal.Int(p);
                writer.Line($"{_flavour.Type} x{Literal.Int(p)} = {_flavour.Load("xw", (p - run.FirstPosition) * Width * Channels)};");
            }

            string[] values = new LinearTransform(writer, _flavour)
                .Write(shape.Matrices.Input(run.Results), positions, i => "v" + Literal.Int(i)).ToArray();
            for (int i = 0; i < values.Length; i++)
            {
                writer.Line($"{values[i]}.StoreUnsafe({At.Ref("rowsW", RowOf(run, i) * Width * _flavour.Lanes)});");
            }
        }
    }

    /// <summary>Frequencies wait group by group.</summary>
    private int RowOf(TileRun run, int i)
    {
        int frequency = shape.Matrices.FrequenciesOf(run.Results)[i];
        return shape.Vertical.Groups
            .Where(group => run.Start < group.Tiles)
            .SelectMany(group => group.Frequencies)
            .TakeWhile(f => f != frequency)
            .Count();
    }

    private void WriteHorizontal(SourceWriter writer, TileRun verticalRun, FrequencyGroup vertical, string th)
    {
        int index = shape.Matrices.FrequenciesOf(verticalRun.Results).TakeWhile(f => f != vertical.Frequencies[0]).Count();
        int first = RowOf(verticalRun, index);
        using (writer.Block($"for (int i = 0; i < {Literal.Int(vertical.Frequencies.Count)}; i++)"))
        {
            writer.Refer("rowsI", "rows", At.Times(At.Sum("i", first), Width * _flavour.Lanes));
            foreach (TileRun run in shape.Horizontal.InputRuns())
            {
                ChannelLoop.OverTiles(writer, "tw", run, tw => WriteTile(writer, verticalRun, vertical, run, th, tw));
            }
        }
    }

    private void WriteTile(SourceWriter writer, TileRun verticalRun, FrequencyGroup vertical, TileRun run, string th, string tw)
    {
        var groups = shape.Input.GroupsOf(verticalRun, run).Where(group => group.Vertical == vertical).ToArray();
        shape.Input.DeclareTile(writer, "v", groups, th, tw, "c");
        foreach (MatrixGroup group in groups)
        {
            string name = "v" + Literal.Int(group.Index);
            writer.Line($"{name} = {At.Ref(name, At.Times("i", group.Horizontal.Frequencies.Count * group.Stride))};");
        }

        string column = At.Sum(At.Times(tw, shape.Horizontal.Step), run.FirstPosition - shape.Horizontal.Before);
        writer.Refer("rowsT", "rowsI", At.Times(column, _flavour.Lanes));
        string?[] positions = new string?[run.Results + 2];
        for (int p = run.FirstPosition; p < run.EndPosition; p++)
        {
            positions[p] = "x" + Literal.Int(p);
            writer.Line($"{_flavour.Type} x{Literal.Int(p)} = {_flavour.Load("rowsT", (p - run.FirstPosition) * _flavour.Lanes)};");
        }

        string[] values = new LinearTransform(writer, _flavour)
            .Write(shape.Matrices.Input(run.Results), positions, j => "f" + Literal.Int(j)).ToArray();
        for (int j = 0; j < values.Length; j++)
        {
            int frequency = shape.Matrices.FrequenciesOf(run.Results)[j];
            (string reference, long offset) = shape.Input.Place("v", vertical.Frequencies[0], frequency);
            writer.Line($"{values[j]}.StoreUnsafe({At.Ref(reference, offset)});");
        }
    }
}
