using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the direct forward convolution of a single channel to a few filters: vectors are over the columns of the image, which stand side
/// by side, where vectors of filters would be mostly empty. A tile is the rows of a pooling window, one or two vectors of columns and all
/// filters. Pooling picks columns from registers; the results are interleaved when they are stored. A padded input is copied first.
/// </summary>
internal sealed class PlanarForward(ConvolutionShape shape, Flavour flavour, bool storeWinners)
{
    private readonly PlanarTiling _tiling = new(shape, flavour);
    private readonly PaddedInput _input = new(shape);

    private int Lanes => flavour.Lanes;

    private int PoolHeight => _tiling.PoolHeight;

    private int PoolWidth => _tiling.PoolWidth;

    private int Vectors => _tiling.Vectors;

    private int Positions => _tiling.Positions;

    public void Write(SourceWriter writer)
    {
        if (shape.Pool is not null)
        {
            for (int right = 0; right < PoolWidth; right++)
            {
                int[] columns = [.. Enumerable.Range(0, Lanes).Select(i => System.Math.Min((i * PoolWidth) + right, (2 * Lanes) - 1))];
                string places = string.Join(", ", columns.Select(column => Literal.Int(column)));
                writer.Line($"Vector512<int> columns{Literal.Int(right)} = Vector512.Create({places}); // of the window");
            }
        }

        if (_input.IsNeeded)
        {
            _input.WriteClear(writer, flavour);
        }

        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer("xn", "x", At.Times("n", shape.Input.Size), shape.Input);
            writer.Refer("yn", "y", At.Times("n", shape.Output.Size), shape.Output);
            if (storeWinners)
            {
                writer.Refer("winnersN", "winners", At.Times("n", shape.Output.Size));
            }

            if (_input.IsNeeded)
            {
                _input.WriteCopy(writer, flavour.Fit(shape.Horizontal.Input));
                writer.Line("xn = ref scratch;");
            }

            using (writer.Block($"for (int oh = 0; oh < {Literal.Int(shape.Output[0])}; oh++)"))
            {
                WriteRow(writer);
            }
        }
    }

    private void WriteRow(SourceWriter writer)
    {
        int width = shape.Output[1];
        long rowStep = PoolHeight * shape.Vertical.Stride * _input.RowFloats;
        writer.Refer("xRow", "xn", At.Times("oh", rowStep));
        writer.Refer("yRow", "yn", At.Times("oh", width * shape.Filters));
        if (storeWinners)
        {
            writer.Refer("winnersRow", "winnersN", At.Times("oh", width * shape.Filters));
        }

        int whole = width / Positions;
        if (whole == 1)
        {
            using (writer.Block())
            {
                WriteTile(writer, "0", Positions);
            }
        }
        else if (whole > 1)
        {
            using (writer.Block($"for (int p = 0; p < {Literal.Int(whole * Positions)}; p += {Literal.Int(Positions)})"))
            {
                WriteTile(writer, "p", Positions);
            }
        }

        if (width % Positions > 0)
        {
            using (writer.Block())
            {
                WriteTile(writer, Literal.Int(whole * Positions), width % Positions);
            }
        }
    }

    private void WriteTile(SourceWriter writer, string position, int positions)
    {
        // No more than positions need: a vector of which no lane counts would be read far behind the row.
        int vectors = flavour.Vectors(positions * PoolWidth);
        for (int k = 0; k < shape.Filters; k++)
        {
            string begin = shape.UseBias ? flavour.Broadcast(At.Value("b", k)) : flavour.Zero;
            for (int i = 0; i < PoolHeight * vectors; i++)
            {
                writer.Line($"{flavour.Type} {Result(k, i / vectors, i % vectors)} = {(i == 0 ? begin : Result(k, 0, 0))};");
            }
        }

        writer.Refer("xk", "xRow", At.Times(position, PoolWidth));
        writer.Refer("wk", "w");
        using (writer.Block($"for (int k = 0; k < {Literal.Int(shape.Vertical.Window)}; k++)"))
        {
            for (int tap = 0; tap < shape.Horizontal.Window; tap++)
            {
                WriteTap(writer, tap, vectors);
            }

            writer.Line($"xk = {At.Ref("xk", shape.Vertical.Dilation * _input.RowFloats)};");
            writer.Line($"wk = {At.Ref("wk", shape.Horizontal.Window * shape.Filters)};");
        }

        WriteResults(writer, position, positions, vectors);
    }

    private void WriteTap(SourceWriter writer, int tap, int vectors)
    {
        using (writer.Block())
        {
            for (int r = 0; r < PoolHeight; r++)
            {
                for (int v = 0; v < vectors; v++)
                {
                    long offset = (r * shape.Vertical.Stride * _input.RowFloats) + (tap * shape.Horizontal.Dilation) + (v * Lanes);
                    writer.Line($"{flavour.Type} x{Literal.Int(r)}_{Literal.Int(v)} = {flavour.Load("xk", offset)};");
                }
            }

            for (int k = 0; k < shape.Filters; k++)
            {
                string weight = "w" + Literal.Int(k);
                writer.Line($"{flavour.Type} {weight} = {flavour.Broadcast(At.Value("wk", (tap * shape.Filters) + k))};");
                for (int r = 0; r < PoolHeight; r++)
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        string result = Result(k, r, v);
                        writer.Line($"{result} = {flavour.MultiplyAdd(weight, $"x{Literal.Int(r)}_{Literal.Int(v)}", result)};");
                    }
                }
            }
        }
    }

    private void WriteResults(SourceWriter writer, string position, int positions, int vectors)
    {
        writer.Refer("yt", "yRow", At.Times(position, shape.Filters));
        if (shape.Pool is null)
        {
            for (int v = 0; v < vectors; v++)
            {
                int vector = v;
                string[] results = Enumerable.Range(0, shape.Filters).Select(k => Result(k, 0, vector)).ToArray();
                using (writer.Block())
                {
                    foreach (string result in results)
                    {
                        Activate(writer, result);
                    }

                    writer.Refer("yv", "yt", v * Lanes * shape.Filters);
                    InterleavedStore.Write(writer, results, System.Math.Min(Lanes, positions - (v * Lanes)), "yv", "rows");
                }
            }

            return;
        }

        for (int k = 0; k < shape.Filters; k++)
        {
            WriteWindows(writer, k, vectors);
        }

        InterleavedStore.Write(writer, OfFilters("best"), positions, "yt", "rows");
        if (storeWinners)
        {
            writer.Refer("winnersT", "winnersRow", At.Times(position, shape.Filters));
            InterleavedStore.Write(writer, OfFilters("winner"), positions, "winnersT", "winnerRows");
        }
    }

    /// <summary>The largest of each window of a filter, and which it is: the first of equals keeps the gradient.</summary>
    private void WriteWindows(SourceWriter writer, int k, int vectors)
    {
        string best = "best" + Literal.Int(k);
        string winner = "winner" + Literal.Int(k);
        for (int index = 0; index < PoolHeight * PoolWidth; index++)
        {
            int r = index / PoolWidth;
            string picked = $"VectorTable.Pick({Result(k, r, 0)}, {Result(k, r, vectors - 1)}, columns{Literal.Int(index % PoolWidth)})";
            if (index == 0)
            {
                writer.Line($"{flavour.Type} {best} = {picked};");
                if (storeWinners)
                {
                    writer.Line($"{flavour.Type} {winner} = {flavour.Zero};");
                }

                continue;
            }

            string challenger = $"y{Literal.Int(k)}_{Literal.Int(index)}th";
            writer.Line($"{flavour.Type} {challenger} = {picked};");
            if (storeWinners)
            {
                writer.Line($"{winner} = {flavour.Select(flavour.GreaterThan(challenger, best), flavour.Broadcast(index), winner)};");
            }

            writer.Line($"{best} = {Flavour.Maximum(challenger, best)};");
        }

        Activate(writer, best);
    }

    private string[] OfFilters(string name) => Enumerable.Range(0, shape.Filters).Select(k => name + Literal.Int(k)).ToArray();

    private void Activate(SourceWriter writer, string result)
    {
        string activated = shape.Activation.Forward(flavour, result);
        if (activated != result)
        {
            writer.Line($"{result} = {activated};");
        }
    }

    private static string Result(int filter, int row, int vector) => $"y{Literal.Int(filter)}_{Literal.Int(row)}{Literal.Int(vector)}";
}
