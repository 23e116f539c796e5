using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the input's gradient of a direct convolution, gathered for each input position from the results it took part in. The weights are
/// transposed, and their taps turned round along the row, so that what is summed stands in one run. With a stride, positions fall into
/// phases, each of which meets some of the taps only: a phase is a row of its own, whose tiles have exactly these. A transposed
/// convolution's forward pass is the same, with a bias and an activation.
/// </summary>
internal sealed class ConvolutionBackwardData(ConvolutionShape shape, Flavour widest, int unrollBudget)
{
    private readonly Flavour _flavour = widest.Fit(shape.GroupChannels);

    /// <summary>Whether the result is added to.</summary>
    public bool Accumulates { get; init; }

    /// <summary>The bias that results begin with, or null.</summary>
    public string? Bias { get; init; }

    /// <summary>What is applied to results.</summary>
    public Activation Activation { get; init; } = KnownActivations.Linear;

    public TileNames Names { get; init; } = new("dx", "dz", "wt");

    public void Write(SourceWriter writer)
    {
        string read = Names.Scalar;
        string result = Names.Result;
        int phases = Math.Min(shape.Horizontal.Stride, shape.Horizontal.Input);
        if (Enumerable.Range(0, phases).Max(phase => Row(writer, phase, phases).SumFloats) is > 0 and int floats)
        {
            LongTile.Declare(writer, floats);
        }

        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer(read + "n", read, At.Times("n", shape.Computed.Size), shape.Computed);
            writer.Refer(result + "n", result, At.Times("n", shape.Input.Size), shape.Input);
            using (writer.Block($"for (int h = 0; h < {Literal.Int(shape.Vertical.Input)}; h++)"))
            {
                writer.Refer(result + "Row", result + "n", At.Times("h", shape.Horizontal.Input * shape.Channels));
                for (int phase = 0; phase < phases; phase++)
                {
                    if (phases > 1)
                    {
                        writer.Line($"// columns {Literal.Int(phase)}, {Literal.Int(phase + shape.Horizontal.Stride)}, …");
                    }

                    using (writer.BlockIf(phases > 1))
                    {
                        Row(writer, phase, phases).Write();
                    }
                }
            }
        }
    }

    private RowKernel Row(SourceWriter writer, int phase, int phases)
    {
        int taps = shape.Horizontal.Window;
        int stride = shape.Horizontal.Stride;
        return new RowKernel
        {
            Writer = writer,
            Flavour = _flavour,
            UnrollBudget = unrollBudget,
            Names = Names,
            Columns = shape.GroupChannels,
            Tiling = new RowTiling
            {
                Positions = (shape.Horizontal.Input - phase + stride - 1) / stride,
                Taps = taps,
                StepsPerTap = shape.GroupFilters,
                VectorStep = shape.GroupChannels,
                ScalarOffset = (position, tap) =>
                    ResultColumn(shape, (position * stride) + phase, taps - 1 - tap) is int column ? column * shape.Filters : null,
                Period = 1,
                PeriodOffset = shape.Filters,
                ShortestRun = shape.ComputedColumns,
            },
            OuterTaps = shape.Vertical.Window,
            OuterVectorStep = taps * shape.GroupFilters * shape.GroupChannels,
            OpenOuterTap = OpenOuterTap,
            OpenInnerTap = inner => OpenInnerTap(inner, At.Sum(At.Times("p", stride), phase)),
            UnrolledOuterRow = null,
            Copies = phases,
            Begin = (tile, column) =>
            {
                if (Bias is null)
                {
                    tile.DeclareZero();
                }
                else
                {
                    writer.Refer(Bias + "t", Bias, column);
                    tile.DeclareBias(Bias + "t");
                }
            },
            Finish = (tile, _, columns, position, column) =>
            {
                int pixelStep = stride * shape.Channels;
                string pixel = position == "p" ? At.Times("p", pixelStep) : Literal.Int(int.Parse(position) * pixelStep);
                string place = At.Sum(At.Sum(pixel, phase * shape.Channels), column);
                writer.Refer(Names.Result + "t", Names.Result + "Row", place);
                Finish(tile, columns.Flavour);
                tile.Store(Names.Result + "t", r => r * stride * shape.Channels);
            },
        };
    }

    private void Finish(TileEmitter tile, Flavour flavour)
    {
        tile.Apply(result => Activation.Forward(flavour, result));
        if (Accumulates)
        {
            tile.ApplyAt(
                r => r * shape.Horizontal.Stride * shape.Channels,
                (result, offset) => $"{result} + {flavour.Load(Names.Result + "t", offset)}");
        }
    }

    /// <summary>The column of results that read an input column under a tap, or null.</summary>
    public static int? ResultColumn(ConvolutionShape shape, int position, int tap) =>
        shape.Horizontal.Result(position, tap) is int column && column < shape.ComputedColumns ? column : null;

    private void OpenInnerTap(SourceWriter writer, string position)
    {
        // Taps stand in reverse order.
        string tap = $"({Literal.Int(shape.Horizontal.Window - 1)} - t)";
        ResultPosition.Write(writer, shape.Horizontal, shape.ComputedColumns, "column", position, tap);
        writer.Refer(Names.Scalar + "t", Names.Scalar + "Row", At.Times("column", shape.Filters));
    }

    private void OpenOuterTap(SourceWriter writer)
    {
        ResultPosition.Write(writer, shape.Vertical, shape.ComputedRows, "oh", "h", "k");
        writer.Refer(Names.Scalar + "Row", Names.Scalar + "n", At.Times("oh", shape.ComputedColumns * shape.Filters));
    }
}
