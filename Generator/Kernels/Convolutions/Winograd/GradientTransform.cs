using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits D = A dz A^T of one image, the adjoint of the output's transform. Behind a fused max-pooling dz is never stored: it is the
/// gradient of each window at its winner, and 0 elsewhere.
/// </summary>
internal sealed class GradientTransform(WinogradShape shape, Flavour widest)
{
    private readonly Flavour _flavour = widest.Fit(shape.Convolution.Filters);

    private bool IsPooled => shape.Convolution.Pool is not null;

    private (int Vertical, int Horizontal) Pool => shape.Convolution.Pool ?? (1, 1);

    public void Write(SourceWriter writer)
    {
        // Filters are the innermost loop, so that memory is read in order.
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

    private void WriteFilters(SourceWriter writer, TileRun rows, TileRun columns, string th, string tw)
    {
        // The rows of d are filled up to whole vectors, so the last vector needs no exact store.
        using (writer.Block($"for (int k = k0; k < k1; k += {Literal.Int(_flavour.Lanes)})"))
        {
            WriteTile(writer, rows, columns, th, tw);
        }
    }

    private void WriteTile(SourceWriter writer, TileRun rows, TileRun columns, string th, string tw)
    {
        int width = shape.Convolution.Output[1];
        int filters = shape.Convolution.Filters;
        shape.Output.DeclareTile(writer, "d", shape.Output.GroupsOf(rows, columns), th, tw, "k");
        string row = At.Times(th, shape.Matrices.Tile / Pool.Vertical);
        string column = At.Times(tw, shape.Matrices.Tile / Pool.Horizontal);
        string place = At.Sum(At.Times(At.Sum(At.Times(row, width), column), filters), "k");
        writer.Refer("dyt", "dy", place);
        if (IsPooled)
        {
            writer.Refer("winnersT", "winners", place);
        }

        var halfway = new List<IReadOnlyList<string>>();
        double[,] horizontal = ToomCook.Transpose(shape.Matrices.Output(columns.Results));
        for (int r = 0; r < rows.Results; r++)
        {
            int resultRow = r;
            if (r % Pool.Vertical == 0)
            {
                LoadWindows(writer, r / Pool.Vertical, columns.Results / Pool.Horizontal, width * filters);
            }

            string[] gradients = Enumerable.Range(0, columns.Results).Select(c => Gradient(writer, resultRow, c)).ToArray();
            halfway.Add(new LinearTransform(writer, _flavour).Write(
                horizontal, gradients, j => $"t{Literal.Int(resultRow)}{Literal.Int(j)}"));
        }

        WriteVertical(writer, rows, columns, halfway);
    }

    private void LoadWindows(SourceWriter writer, int windowRow, int windows, int rowStride)
    {
        for (int window = 0; window < windows; window++)
        {
            int offset = (windowRow * rowStride) + (window * shape.Convolution.Filters);
            string name = $"{Literal.Int(windowRow)}{Literal.Int(window)}";
            writer.Line($"{_flavour.Type} dy{name} = {_flavour.Load("dyt", offset)};");
            if (IsPooled)
            {
                writer.Line($"{_flavour.Type} winner{name} = {_flavour.Load("winnersT", offset)};");
            }
        }
    }

    private string Gradient(SourceWriter writer, int row, int column)
    {
        string window = $"{Literal.Int(row / Pool.Vertical)}{Literal.Int(column / Pool.Horizontal)}";
        if (!IsPooled)
        {
            return "dy" + window;
        }

        string name = $"dz{Literal.Int(row)}{Literal.Int(column)}";
        int index = (row % Pool.Vertical * Pool.Horizontal) + (column % Pool.Horizontal);
        string isWinner = _flavour.Equal("winner" + window, _flavour.Broadcast(index));
        writer.Line($"{_flavour.Type} {name} = {_flavour.Select(isWinner, "dy" + window, _flavour.Zero)};");
        return name;
    }

    private void WriteVertical(SourceWriter writer, TileRun rows, TileRun columns, IReadOnlyList<IReadOnlyList<string>> halfway)
    {
        IReadOnlyList<int> vertical = shape.Matrices.FrequenciesOf(rows.Results);
        IReadOnlyList<int> horizontal = shape.Matrices.FrequenciesOf(columns.Results);
        double[,] matrix = ToomCook.Transpose(shape.Matrices.Output(rows.Results));
        for (int j = 0; j < horizontal.Count; j++)
        {
            int column = j;
            IReadOnlyList<string> values = new LinearTransform(writer, _flavour).Write(
                matrix, halfway.Select(row => row[column]).ToArray(), i => $"d{Literal.Int(i)}{Literal.Int(column)}");
            for (int i = 0; i < values.Count; i++)
            {
                (string reference, long offset) = shape.Output.Place("d", vertical[i], horizontal[j]);
                writer.Line($"{values[i]}.StoreUnsafe({At.Ref(reference, offset)});");
            }
        }
    }
}
