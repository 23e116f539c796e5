using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits y = A^T M A of one image, tile by tile in registers, with what follows: the largest of each window where a max-pooling is fused,
/// the bias, the activation.
/// </summary>
internal sealed class OutputTransform(WinogradShape shape, Flavour widest, bool storeWinners)
{
    private readonly Flavour _flavour = widest.Fit(shape.Convolution.Filters);

    private (int Vertical, int Horizontal) Pool => shape.Convolution.Pool ?? (1, 1);

    public void Write(SourceWriter writer)
    {
        // Filters are the innermost loop, so that memory is read and written in order.
        foreach (TileRun rows in shape.Vertical.ResultRuns())
        {
            ChannelLoop.OverTiles(writer, "th", rows, th =>
            {
                foreach (TileRun columns in shape.Horizontal.ResultRuns())
                {
                    ChannelLoop.OverTiles(writer, "tw", columns, tw => WriteFilters(writer, rows, columns, th, tw));
                }
            });
        }
    }

    private void WriteFilters(SourceWriter writer, TileRun rows, TileRun columns, string th, string tw) =>
        ChannelLoop.Overlapping(writer, _flavour, "k", shape.Convolution.Filters, (k, lanes) =>
        {
            if (shape.Convolution.UseBias)
            {
                writer.Line($"{_flavour.Type} bias = {_flavour.Load("b", k)};");
            }

            WriteTile(writer, rows, columns, th, tw, k, lanes);
        });

    private void WriteTile(SourceWriter writer, TileRun rows, TileRun columns, string th, string tw, string k, int lanes)
    {
        int width = shape.Convolution.Output[1];
        int filters = shape.Convolution.Filters;
        shape.Output.DeclareTile(writer, "m", shape.Output.GroupsOf(rows, columns), th, tw, k);
        string row = At.Times(th, shape.Matrices.Tile / Pool.Vertical);
        string column = At.Times(tw, shape.Matrices.Tile / Pool.Horizontal);
        string place = At.Sum(At.Times(At.Sum(At.Times(row, width), column), filters), k);
        writer.Refer("yt", "y", place);
        if (storeWinners)
        {
            writer.Refer("winnersT", "winners", place);
        }

        string[][] halfway = Vertical(writer, rows, columns);
        var results = new List<IReadOnlyList<string>>();
        for (int r = 0; r < rows.Results; r++)
        {
            int resultRow = r;
            results.Add(new LinearTransform(writer, _flavour).Write(
                shape.Matrices.Output(columns.Results),
                halfway.Select(column => column[resultRow]).ToArray(),
                c => $"y{Literal.Int(resultRow)}{Literal.Int(c)}"));
            if ((r + 1) % Pool.Vertical == 0)
            {
                WriteWindows(writer, results, r / Pool.Vertical, width * filters, lanes);
                results.Clear();
            }
        }
    }

    /// <summary>A^T M: for each horizontal frequency the values of the tile's rows.</summary>
    private string[][] Vertical(SourceWriter writer, TileRun rows, TileRun columns)
    {
        IReadOnlyList<int> vertical = shape.Matrices.FrequenciesOf(rows.Results);
        var halfway = new List<string[]>();
        foreach (int j in shape.Matrices.FrequenciesOf(columns.Results))
        {
            foreach (int i in vertical)
            {
                (string reference, long offset) = shape.Output.Place("m", i, j);
                writer.Line($"{_flavour.Type} m{Literal.Int(i)}{Literal.Int(j)} = {_flavour.Load(reference, offset)};");
            }

            halfway.Add(new LinearTransform(writer, _flavour).Write(
                shape.Matrices.Output(rows.Results),
                vertical.Select(i => $"m{Literal.Int(i)}{Literal.Int(j)}").ToArray(),
                r => $"t{Literal.Int(r)}{Literal.Int(j)}").ToArray());
        }

        return halfway.ToArray();
    }

    /// <summary>One row of windows: without a pooling a window is one result.</summary>
    private void WriteWindows(SourceWriter writer, IReadOnlyList<IReadOnlyList<string>> results, int windowRow, int rowStride, int lanes)
    {
        for (int window = 0; window < results[0].Count / Pool.Horizontal; window++)
        {
            string[] values = results.SelectMany(row => row.Skip(window * Pool.Horizontal).Take(Pool.Horizontal)).ToArray();
            int offset = (windowRow * rowStride) + (window * shape.Convolution.Filters);
            using (writer.Block())
            {
                WriteWindow(writer, values, offset, lanes);
            }
        }
    }

    private void WriteWindow(SourceWriter writer, string[] values, int offset, int lanes)
    {
        string best = values[0];
        if (values.Length > 1)
        {
            best = "best";
            writer.Line($"{_flavour.Type} best = {values[0]};");
            if (storeWinners)
            {
                writer.Line($"{_flavour.Type} winner = {_flavour.Zero};");
            }

            for (int i = 1; i < values.Length; i++)
            {
                // Only a strictly larger value wins: the first of equals keeps the gradient.
                if (storeWinners)
                {
                    writer.Line($"winner = {_flavour.Select(_flavour.GreaterThan(values[i], "best"), _flavour.Broadcast(i), "winner")};");
                }

                writer.Line($"best = {Flavour.Maximum(values[i], "best")};");
            }
        }

        writer.Line($"{_flavour.Type} result = {(shape.Convolution.UseBias ? $"{best} + bias" : best)};");
        string activated = shape.Convolution.Activation.Forward(_flavour, "result");
        if (activated != "result")
        {
            writer.Line($"result = {activated};");
        }

        VectorStore.Write(writer, _flavour, "result", "yt", offset, lanes);
        if (storeWinners)
        {
            VectorStore.Write(writer, _flavour, "winner", "winnersT", offset, lanes);
        }
    }
}
