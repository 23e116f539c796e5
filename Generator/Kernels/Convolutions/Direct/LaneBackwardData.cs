using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the input's gradient of a direct convolution with few input channels and many filters: vectors are over the filters, which are
/// what is summed, and each result's lanes are added at the end. So all lanes work where vectors of channels would be mostly empty, and the
/// kernel is read as it is.
/// </summary>
internal sealed class LaneBackwardData(ConvolutionShape shape, Flavour flavour, bool accumulates)
{
    private static int Lanes => Flavour.Widest.Lanes;

    // Cycles to add the lanes of a vector, beside others.
    private const double SumCycles = 2;

    // What the estimate must promise: it knows nothing of the stores.
    private const double WorthWhile = 0.85;

    // A multiply-add with its loads is some 40 bytes of IL, and no method may come near the 60,000 that the JIT optimizes.
    private const int MostProducts = 450;

    // The kernel's vector, and two that the JIT may want.
    private const int OtherRegisters = 3;

    /// <summary>Positions of a tile: their results and a vector of the gradient for each stay in registers.</summary>
    private int Positions => (flavour.Registers - OtherRegisters) / (shape.Channels + 1);

    private int Taps => shape.Horizontal.Window;

    private int Columns => shape.Horizontal.Input;

    /// <summary>Whether adding lanes is estimated to be faster than vectors of channels.</summary>
    public static bool Suits(ConvolutionShape shape, Flavour flavour)
    {
        var backward = new LaneBackwardData(shape, flavour, accumulates: false);
        int terms = shape.Vertical.Window * shape.Horizontal.Window * (shape.Filters / Lanes);
        bool isPossible = flavour.Lanes == Lanes
            && shape.Groups == 1
            && shape.Filters % Lanes == 0
            && backward.Positions > 1
            && terms <= SumBlock.Products;
        if (!isPossible || backward.Runs() is null)
        {
            return false;
        }

        double results = (double)shape.Vertical.Input * shape.Horizontal.Input;
        double products = (double)shape.Computed.Size * shape.Vertical.Window * shape.Horizontal.Window;
        double lanes = (products * shape.Channels / Lanes / 2) + (results * shape.Channels * SumCycles);
        double broadcast = products * TileShape.CyclesPerRow(flavour.Fit(shape.Channels), shape.Channels);
        return lanes < WorthWhile * broadcast;
    }

    public void Write(SourceWriter writer)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer("dzn", "dz", At.Times("n", shape.Computed.Size), shape.Computed);
            writer.Refer("dxn", "dx", At.Times("n", shape.Input.Size), shape.Input);
            using (writer.Block($"for (int h = 0; h < {Literal.Int(shape.Vertical.Input)}; h++)"))
            {
                writer.Refer("dxRow", "dxn", At.Times("h", Columns * shape.Channels));
                foreach (RowTileRun run in Runs()!)
                {
                    WriteRun(writer, run);
                }
            }
        }
    }

    /// <summary>
    /// The tiles of a row, or null where they would be too much code. Offsets are in columns, taps in the order of the gradient's columns.
    /// </summary>
    private IReadOnlyList<RowTileRun>? Runs()
    {
        var tiling = new RowTiling
        {
            Positions = Columns,
            Taps = Taps,
            StepsPerTap = 1,
            VectorStep = 1,
            ScalarOffset = (position, tap) => ConvolutionBackwardData.ResultColumn(shape, position, Taps - 1 - tap),
            Period = shape.Horizontal.Stride,
            PeriodOffset = 1,
            ShortestRun = shape.ComputedColumns * shape.Horizontal.Stride,
        };
        return tiling.ExactTiles(Positions, shape.Horizontal.Stride) is { } runs
            && runs.Sum(run => run.Tile.LaidOut) * shape.Channels <= MostProducts
                ? runs
                : null;
    }

    private void WriteRun(SourceWriter writer, RowTileRun run)
    {
        if (run.Count == 1)
        {
            writer.Line($"// columns {Literal.Int(run.Start)} to {Literal.Int(run.End - 1)}");
            using (writer.Block())
            {
                WriteTile(writer, run.Tile, Literal.Int(run.Start), Literal.Int(run.Start / shape.Horizontal.Stride));
            }

            return;
        }

        using (writer.Block($"for (int p = {Literal.Int(run.Start)}; p < {Literal.Int(run.End)}; p += {Literal.Int(run.Tile.Rows)})"))
        {
            WriteTile(writer, run.Tile, "p", shape.Horizontal.Stride == 1 ? "p" : $"p / {Literal.Int(shape.Horizontal.Stride)}");
        }
    }

    private void WriteTile(SourceWriter writer, RowTile tile, string position, string origin)
    {
        string[] results = Enumerable.Range(0, tile.Rows * shape.Channels).Select(Result).ToArray();
        foreach (string result in results)
        {
            writer.Line($"{flavour.Type} {result} = {flavour.Zero};");
        }

        using (writer.Block($"for (int k = 0; k < {Literal.Int(shape.Vertical.Window)}; k++)"))
        {
            ResultPosition.Write(writer, shape.Vertical, shape.ComputedRows, "oh", "h", "k");
            writer.Refer("dzRow", "dzn", At.Times("oh", shape.ComputedColumns * shape.Filters));
            writer.Refer("dzt", "dzRow", At.Times(origin, shape.Filters));
            writer.Refer("wt", "w", At.Times("k", Taps * shape.Channels * shape.Filters));
            string eachVector = $"for (int f = 0; f < {Literal.Int(shape.Filters)}; f += {Literal.Int(Lanes)})";
            using (writer.Block(shape.Filters == Lanes ? "" : eachVector))
            {
                foreach (Segment segment in tile.Segments)
                {
                    for (int step = 0; step < segment.Steps; step++)
                    {
                        WriteTap(writer, segment, step);
                    }
                }

                if (shape.Filters > Lanes)
                {
                    writer.Line($"dzt = {At.Ref("dzt", Lanes)};");
                    writer.Line($"wt = {At.Ref("wt", Lanes)};");
                }
            }
        }

        WriteSums(writer, results, position);
    }

    private void WriteTap(SourceWriter writer, Segment segment, int step)
    {
        int tap = Taps - 1 - (segment.VectorOffset + step);
        using (writer.Block())
        {
            foreach (ActiveRow row in segment.Rows)
            {
                writer.Line($"{flavour.Type} dz{Literal.Int(row.Row)} = {flavour.Load("dzt", (row.Offset + step) * shape.Filters)};");
            }

            for (int c = 0; c < shape.Channels; c++)
            {
                string weight = "w" + Literal.Int(c);
                writer.Line($"{flavour.Type} {weight} = {flavour.Load("wt", ((tap * shape.Channels) + c) * shape.Filters)};");
                foreach (ActiveRow row in segment.Rows)
                {
                    string result = Result((row.Row * shape.Channels) + c);
                    writer.Line($"{result} = {flavour.MultiplyAdd("dz" + Literal.Int(row.Row), weight, result)};");
                }
            }
        }
    }

    private void WriteSums(SourceWriter writer, string[] results, string position)
    {
        writer.Refer("dxt", "dxRow", At.Times(position, shape.Channels));
        for (int first = 0; first < results.Length; first += Lanes)
        {
            string[] vectors = results.Skip(first).Take(Lanes).ToArray();
            string sums = LaneSum.Write(writer, vectors, "sums" + Literal.Int(first / Lanes));
            if (accumulates)
            {
                writer.Line($"{sums} += {flavour.Load("dxt", first)};");
            }

            VectorStore.Write(writer, flavour, sums, "dxt", first, vectors.Length);
        }
    }

    private string Result(int index) => $"dx{Literal.Int(index / shape.Channels)}_{Literal.Int(index % shape.Channels)}";
}
