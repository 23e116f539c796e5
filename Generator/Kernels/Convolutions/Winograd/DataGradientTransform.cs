using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits dx = the sum of B Z B^T over the tiles of one image, the adjoint of the input's transform. Neighbouring tiles share two positions
/// on each axis: along a row they are carried in registers, from tile row to tile row they are added in dx.
/// </summary>
internal sealed class DataGradientTransform(WinogradShape shape, Flavour widest, bool accumulates)
{
    private readonly Flavour _flavour = widest.Fit(shape.Convolution.Channels);

    private int Width => shape.Horizontal.Input;

    private int Channels => shape.Convolution.Channels;

    public void Write(SourceWriter writer) => ChannelLoop.Covering(writer, _flavour, "c", Channels, () =>
    {
        foreach (TileRun run in shape.Vertical.InputRuns().SelectMany(WithoutFirst))
        {
            ChannelLoop.OverTiles(writer, "th", run, th =>
            {
                int row = 0;
                foreach (FrequencyGroup group in shape.Vertical.Groups.Where(group => run.Start < group.Tiles))
                {
                    WriteHorizontal(writer, run, group, th, row);
                    row += group.Frequencies.Count;
                }

                WriteVertical(writer, run, th);
            });
        }

        if (!accumulates)
        {
            WriteUnread(writer);
        }
    });

    /// <summary>The first tile adds to nothing, so it stands alone.</summary>
    private static IEnumerable<TileRun> WithoutFirst(TileRun run) =>
        run is { Start: 0, Count: > 1 } ? [run with { Count = 1 }, run with { Start = 1, Count = run.Count - 1 }] : [run];

    /// <summary>Positions along an axis that some tile reads; those behind are there because a pooling left results out.</summary>
    private static int Covered(WinogradAxis axis) =>
        Math.Min(axis.Input, ((axis.Tiles - 1) * axis.Step) - axis.Before + axis.ResultsOf(axis.Tiles - 1) + 2);

    private void WriteHorizontal(SourceWriter writer, TileRun verticalRun, FrequencyGroup vertical, string th, int firstRow)
    {
        using (writer.Block($"for (int i = 0; i < {Literal.Int(vertical.Frequencies.Count)}; i++)"))
        {
            writer.Refer("rowsI", "rows", At.Times(At.Sum("i", firstRow), Width * _flavour.Lanes));
            writer.Line($"{_flavour.Type} carry0 = {_flavour.Zero};");
            writer.Line($"{_flavour.Type} carry1 = {_flavour.Zero};");
            foreach (TileRun run in shape.Horizontal.InputRuns())
            {
                ChannelLoop.OverTiles(writer, "tw", run, tw => WriteTile(writer, verticalRun, vertical, run, th, tw));
            }

            int last = shape.Horizontal.Tiles - 1;
            int end = (last * shape.Horizontal.Step) + shape.Horizontal.ResultsOf(last) - shape.Horizontal.Before;
            for (int p = 0; p < 2 && end + p < Width; p++)
            {
                writer.Line($"carry{Literal.Int(p)}.StoreUnsafe({At.Ref("rowsI", (end + p) * _flavour.Lanes)});");
            }
        }
    }

    private void WriteTile(SourceWriter writer, TileRun verticalRun, FrequencyGroup vertical, TileRun run, string th, string tw)
    {
        var groups = shape.Input.GroupsOf(verticalRun, run).Where(group => group.Vertical == vertical).ToArray();
        shape.Input.DeclareTile(writer, "z", groups, th, tw, "c");
        foreach (MatrixGroup group in groups)
        {
            string name = "z" + Literal.Int(group.Index);
            writer.Line($"{name} = {At.Ref(name, At.Times("i", group.Horizontal.Frequencies.Count * group.Stride))};");
        }

        IReadOnlyList<int> horizontal = shape.Matrices.FrequenciesOf(run.Results);
        for (int j = 0; j < horizontal.Count; j++)
        {
            (string reference, long offset) = shape.Input.Place("z", vertical.Frequencies[0], horizontal[j]);
            writer.Line($"{_flavour.Type} f{Literal.Int(j)} = {_flavour.Load(reference, offset)};");
        }

        IReadOnlyList<string> values = new LinearTransform(writer, _flavour).Write(
            ToomCook.Transpose(shape.Matrices.Input(run.Results)),
            Enumerable.Range(0, horizontal.Count).Select(j => "f" + Literal.Int(j)).ToArray(),
            p => "x" + Literal.Int(p));
        string column = At.Sum(At.Times(tw, shape.Horizontal.Step), run.FirstPosition - shape.Horizontal.Before);
        writer.Refer("rowsT", "rowsI", At.Times(column, _flavour.Lanes));
        for (int p = run.FirstPosition; p < Math.Min(run.Results, run.EndPosition); p++)
        {
            string value = p < 2 ? $"({values[p]} + carry{Literal.Int(p)})" : values[p];
            writer.Line($"{value}.StoreUnsafe({At.Ref("rowsT", (p - run.FirstPosition) * _flavour.Lanes)});");
        }

        // A tile with one result hands one of its carried positions on.
        writer.Line($"carry0 = {(run.Results == 1 ? $"{values[1]} + carry1" : values[run.Results])};");
        writer.Line($"carry1 = {values[run.Results + 1]};");
    }

    private void WriteVertical(SourceWriter writer, TileRun run, string th)
    {
        using (writer.Block($"for (int w = 0; w < {Literal.Int(Covered(shape.Horizontal))}; w++)"))
        {
            string row = At.Sum(At.Times(th, shape.Vertical.Step), run.FirstPosition - shape.Vertical.Before);
            writer.Refer("dxw", "dx", At.Sum(At.Times(At.Sum(At.Times(row, Width), "w"), Channels), "c"));
            writer.Refer("rowsW", "rows", At.Times("w", _flavour.Lanes));
            int[] waiting = shape.Vertical.Groups.Where(group => run.Start < group.Tiles).SelectMany(group => group.Frequencies).ToArray();
            int[] frequencies = shape.Matrices.FrequenciesOf(run.Results).ToArray();
            for (int i = 0; i < frequencies.Length; i++)
            {
                int offset = Array.IndexOf(waiting, frequencies[i]) * Width * _flavour.Lanes;
                writer.Line($"{_flavour.Type} f{Literal.Int(i)} = {_flavour.Load("rowsW", offset)};");
            }

            IReadOnlyList<string> values = new LinearTransform(writer, _flavour).Write(
                ToomCook.Transpose(shape.Matrices.Input(run.Results)),
                Enumerable.Range(0, frequencies.Length).Select(i => "f" + Literal.Int(i)).ToArray(),
                p => "x" + Literal.Int(p));
            for (int p = run.FirstPosition; p < run.EndPosition; p++)
            {
                int offset = (p - run.FirstPosition) * Width * Channels;
                if (accumulates || (run.Start > 0 && p < 2))
                {
                    writer.Line($"{values[p]} += {_flavour.Load("dxw", offset)};");
                }
            }

            ChannelLoop.Store(writer, _flavour, "c", Channels, lanes =>
            {
                for (int p = run.FirstPosition; p < run.EndPosition; p++)
                {
                    VectorStore.Write(writer, _flavour, values[p], "dxw", (p - run.FirstPosition) * Width * Channels, lanes);
                }
            });
        }
    }

    private void WriteUnread(SourceWriter writer)
    {
        int rows = Covered(shape.Vertical);
        int columns = Covered(shape.Horizontal);
        if (columns < Width && rows > 0)
        {
            WriteZeros(writer, 0, rows, columns);
        }

        if (rows < shape.Vertical.Input)
        {
            WriteZeros(writer, rows, shape.Vertical.Input, 0);
        }
    }

    private void WriteZeros(SourceWriter writer, int row0, int row1, int column0)
    {
        writer.Line("// no result reads these");
        using (writer.Block($"for (int h = {Literal.Int(row0)}; h < {Literal.Int(row1)}; h++)"))
        using (writer.Block($"for (int w = {Literal.Int(column0)}; w < {Literal.Int(Width)}; w++)"))
        {
            writer.Refer("dxw", "dx", At.Sum(At.Times(At.Sum(At.Times("h", Width), "w"), Channels), "c"));
            ChannelLoop.Store(
                writer, _flavour, "c", Channels, lanes => VectorStore.Write(writer, _flavour, _flavour.Zero, "dxw", 0, lanes));
        }
    }
}
